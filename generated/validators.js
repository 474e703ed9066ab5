// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
function codePoints(text) {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    if ((text.charCodeAt(index) & 64512) === 55296 && (text.charCodeAt(index + 1) & 64512) === 56320) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}
function deepEqual(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, index) => deepEqual(item, other[index]));
  }
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return entries.length === others.size && entries.every(([key, value]) => others.has(key) && deepEqual(value, others.get(key)));
}
function addErrors(all, found, instancePath, propertyName) {
  for (const error of found) {
    error.instancePath = instancePath + error.instancePath;
    if (propertyName !== void 0) error.propertyName = propertyName;
  }
  if (all === null) return found;
  for (const error of found) all.push(error);
  return all;
}
function isDate(text) {
  return text.length === 10 && isDateAt(text);
}
function isDateAt(text) {
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  const century = twoDigits(text, 0);
  const year = century * 100 + twoDigits(text, 2);
  if (Number.isNaN(year)) return false;
  if (day <= 28) return true;
  if (month === 2) return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}
function twoDigits(text, at) {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
function isTime(text) {
  return isTimeAt(text, 0);
}
function isTimeAt(text, at) {
  if (!(twoDigits(text, at) <= 23 && twoDigits(text, at + 3) <= 59 && twoDigits(text, at + 6) <= 59))
    return false;
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return false;
  const zone = endOfFraction(text, at + 8);
  const sign = text.charCodeAt(zone);
  if (sign === 90 || sign === 122) return text.length === zone + 1;
  if (sign !== 43 && sign !== 45) return false;
  if (text.length !== zone + 6 || text.charCodeAt(zone + 3) !== 58) return false;
  return twoDigits(text, zone + 1) <= 23 && twoDigits(text, zone + 4) <= 59;
}
function endOfFraction(text, at) {
  if (text.charCodeAt(at) !== 46) return at;
  let end = at + 1;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end === at + 1 ? at : end;
}
function isDateTime(text) {
  const separator = text.charCodeAt(10);
  return (separator === 84 || separator === 116) && isDateAt(text) && isTimeAt(text, 11);
}
const scheme = "[A-Za-z][A-Za-z0-9+.-]*";
const unreserved = "A-Za-z0-9\\-._~!$&'()*+,;=";
const percent = "%[0-9A-Fa-f]{2}";
const userinfo = `(?:[${unreserved}:]|${percent})*@`;
const name = `(?:[${unreserved}]|${percent})*`;
const character = `(?:[${unreserved}:@]|${percent})`;
const hex = "[0-9A-Fa-f]{1,4}";
const byte = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const last = `(?:${hex}:${hex}|${byte}(?:\\.${byte}){3})`;
const ipv6 = [
  `(?:${hex}:){6}${last}`,
  `::(?:${hex}:){5}${last}`,
  `(?:${hex})?::(?:${hex}:){4}${last}`,
  `(?:(?:${hex}:){0,1}${hex})?::(?:${hex}:){3}${last}`,
  `(?:(?:${hex}:){0,2}${hex})?::(?:${hex}:){2}${last}`,
  `(?:(?:${hex}:){0,3}${hex})?::${hex}:${last}`,
  `(?:(?:${hex}:){0,4}${hex})?::${last}`,
  `(?:(?:${hex}:){0,5}${hex})?::${hex}`,
  `(?:(?:${hex}:){0,6}${hex})?::`
].join("|");
const host = `(?:\\[(?:${ipv6}|[Vv][0-9A-Fa-f]+\\.[${unreserved}:]+)\\]|${name})`;
const authority = `//(?:${userinfo})?${host}(?::[0-9]*)?(?:/${character}*)*`;
const path = `/(?:${character}+(?:/${character}*)*)?|${character}+(?:/${character}*)*`;
const uri = new RegExp(
  `^${scheme}:(?:${authority}|${path})(?:\\?(?:${character}|[/?])*)?(?:#(?:${character}|[/?])*)?$`
);
function isUri(text) {
  return uri.test(text);
}

export function createValidators(customFormats) {
  if (typeof customFormats?.["liquid"] !== "function") throw new TypeError("createValidators needs the format " + "liquid");
  const formats = { "date-time": isDateTime, liquid: customFormats["liquid"], uri: isUri };
  const formats0 = formats["date-time"];
  const pattern0 = /^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u;
  const pattern2 = /^(?:[!#-~](?:[ -~]{0,253}[!-~])?|"(?:[ !#-\[\]-~]|\\["\\]){1,255}")$/u;
  const pattern4 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u;
  const formats6 = formats.liquid;
  const obj4 = ["PROCESSING", "COMPLETED", "CANCELED"];
  const pattern7 = /^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u;
  const pattern10 = /^(?:\*|(?:W\/)?"[!#-~]*"(?:[ \t]*,[ \t]*(?:W\/)?"[!#-~]*")*)$/u;
  const obj13 = ["SMS", "RCS", "EMAIL", "WHATSAPP", "PUSH"];
  const obj14 = ["ACTIVATED", "DEACTIVATED"];
  const pattern23 = /^[!-~]{1,128}$/u;
  const pattern26 = /^[0-9T:.-]{19,30}Z$/u;
  const formats28 = /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
  const formats32 = /^(?:\/(?:[^~/]|~0|~1)*)*$/;
  const obj24 = ["query", "path", "header"];
  const pattern30 = /^Basic( .{1,200})?$/u;
  const formats34 = formats.uri;
  const pattern52 = /^"[!#-~]{1,64}"$/u;
  const schema168 = { properties: { displayName: { type: ["string", "null"] } } };
  function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data == "number"){
    }
    if(typeof data === "string"){
      if(!(formats0(data))){
        const err0 = {instancePath,schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    else {
      const err1 = {instancePath,schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate0.errors = vErrors;
    return errors === 0;
  }
  function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(!pattern0.test(data)){
        const err0 = {instancePath,schemaPath:"#/components/schemas/OperationId/pattern",keyword:"pattern",params:{pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    else {
      const err1 = {instancePath,schemaPath:"#/components/schemas/OperationId/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate1.errors = vErrors;
    return errors === 0;
  }
  function validate2(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(data.length > 1024 && codePoints(data) > 1024){
        const err0 = {instancePath,schemaPath:"#/components/schemas/PageToken/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.length < 1){
        const err1 = {instancePath,schemaPath:"#/components/schemas/PageToken/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/components/schemas/PageToken/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate2.errors = vErrors;
    return errors === 0;
  }
  function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(((((key0 === "startDate") || (key0 === "endDate")) || (key0 === "operationId")) || (key0 === "pageToken")) || (key0 === "pageSize"))){
          const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools/get/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err0];
          }
          else {
            vErrors.push(err0);
          }
          errors++;
        }
      }
      if(data.startDate !== undefined){
        let data0 = data.startDate;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 == "number"){
        }
        if(typeof data0 === "string"){
          if(!(formats0(data0))){
            const err1 = {instancePath:instancePath+"/startDate",schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/startDate",schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
      if(data.endDate !== undefined){
        let data1 = data.endDate;
        const _errs5 = errors;
        const _errs6 = errors;
        const _errs7 = errors;
        if(typeof data1 == "number"){
        }
        if(typeof data1 === "string"){
          if(!(formats0(data1))){
            const err3 = {instancePath:instancePath+"/endDate",schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        else {
          const err4 = {instancePath:instancePath+"/endDate",schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid2 = _errs6 === errors;
        var valid0 = _errs5 === errors;
      }
      if(data.operationId !== undefined){
        let data2 = data.operationId;
        const _errs8 = errors;
        const _errs9 = errors;
        const _errs10 = errors;
        if(typeof data2 === "string"){
          if(!pattern0.test(data2)){
            const err5 = {instancePath:instancePath+"/operationId",schemaPath:"#/components/schemas/OperationId/pattern",keyword:"pattern",params:{pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/operationId",schemaPath:"#/components/schemas/OperationId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid3 = _errs9 === errors;
        var valid0 = _errs8 === errors;
      }
      if(data.pageToken !== undefined){
        let data3 = data.pageToken;
        const _errs11 = errors;
        const _errs12 = errors;
        const _errs13 = errors;
        if(typeof data3 === "string"){
          if(data3.length > 1024 && codePoints(data3) > 1024){
            const err7 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
          if(data3.length < 1){
            const err8 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err8];
            }
            else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        else {
          const err9 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err9];
          }
          else {
            vErrors.push(err9);
          }
          errors++;
        }
        var valid4 = _errs12 === errors;
        var valid0 = _errs11 === errors;
      }
      if(data.pageSize !== undefined){
        let data4 = data.pageSize;
        const _errs14 = errors;
        const _errs15 = errors;
        if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
          const err10 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err10];
          }
          else {
            vErrors.push(err10);
          }
          errors++;
        }
        const _errs16 = errors;
        if(typeof data4 == "number"){
          if(data4 > 1000 || isNaN(data4)){
            const err11 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
            if(vErrors === null){
              vErrors = [err11];
            }
            else {
              vErrors.push(err11);
            }
            errors++;
          }
          if(data4 < 1 || isNaN(data4)){
            const err12 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
            if(vErrors === null){
              vErrors = [err12];
            }
            else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        var valid5 = _errs15 === errors;
        var valid0 = _errs14 === errors;
      }
    }
    else {
      const err13 = {instancePath,schemaPath:"#/paths/~1SenderPools/get/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err13];
      }
      else {
        vErrors.push(err13);
      }
      errors++;
    }
    validate3.errors = vErrors;
    return errors === 0;
  }
  function validate4(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(!pattern2.test(data)){
        const err0 = {instancePath,schemaPath:"#/components/schemas/IdempotencyKey/pattern",keyword:"pattern",params:{pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"},message:"must match pattern \""+"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"+"\""};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    else {
      const err1 = {instancePath,schemaPath:"#/components/schemas/IdempotencyKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate4.errors = vErrors;
    return errors === 0;
  }
  function validate5(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Idempotency-Key"] !== undefined){
        let data0 = data["Idempotency-Key"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern2.test(data0)){
            const err0 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/pattern",keyword:"pattern",params:{pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"},message:"must match pattern \""+"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"+"\""};
            if(vErrors === null){
              vErrors = [err0];
            }
            else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        else {
          const err1 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/paths/~1SenderPools/post/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate5.errors = vErrors;
    return errors === 0;
  }
  function validate6(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(((key0 === "name") || (key0 === "senders")) || (key0 === "tags"))){
          const err0 = {instancePath,schemaPath:"#/components/schemas/CreateSenderPool/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err0];
          }
          else {
            vErrors.push(err0);
          }
          errors++;
        }
      }
      if(data.name !== undefined){
        let data0 = data.name;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(data0.length > 256 && codePoints(data0) > 256){
            const err1 = {instancePath:instancePath+"/name",schemaPath:"#/components/schemas/Name/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/name",schemaPath:"#/components/schemas/Name/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
      if(data.senders !== undefined){
        let data1 = data.senders;
        const _errs5 = errors;
        const _errs6 = errors;
        if(Array.isArray(data1)){
          if(data1.length > 10000){
            const err3 = {instancePath:instancePath+"/senders",schemaPath:"#/components/schemas/CreateSenderPool/properties/senders/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items"};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
          let valid3 = true;
          const len0 = data1.length;
          for(let i0=0; i0<len0; i0++){
            if(errors > 100){
              break;
            }
            let data2 = data1[i0];
            const _errs7 = errors;
            if(!validate7(data2)){
              vErrors = addErrors(vErrors, validate7.errors, instancePath+"/senders/" + i0);
              errors = vErrors.length;
            }
            var valid2 = _errs7 === errors;
            if(!valid2){
              valid3 = false;
            }
          }
        }
        else {
          const err4 = {instancePath:instancePath+"/senders",schemaPath:"#/components/schemas/CreateSenderPool/properties/senders/type",keyword:"type",params:{type: "array"},message:"must be array"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid0 = _errs5 === errors;
      }
      if(data.tags !== undefined){
        let data3 = data.tags;
        const _errs8 = errors;
        if(!validate8(data3)){
          vErrors = addErrors(vErrors, validate8.errors, instancePath+"/tags");
          errors = vErrors.length;
        }
        var valid0 = _errs8 === errors;
      }
    }
    else {
      const err5 = {instancePath,schemaPath:"#/components/schemas/CreateSenderPool/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err5];
      }
      else {
        vErrors.push(err5);
      }
      errors++;
    }
    validate6.errors = vErrors;
    return errors === 0;
  }
  function validate7(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderId === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderReference/required",keyword:"required",params:{missingProperty: "senderId"},message:"must have required property '"+"senderId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(key0 === "senderId")){
          const err1 = {instancePath,schemaPath:"#/components/schemas/SenderReference/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if(data.senderId !== undefined){
        let data0 = data.senderId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern4.test(data0)){
            const err2 = {instancePath:instancePath+"/senderId",schemaPath:"#/components/schemas/SenderId/pattern",keyword:"pattern",params:{pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/senderId",schemaPath:"#/components/schemas/SenderId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
    }
    else {
      const err4 = {instancePath,schemaPath:"#/components/schemas/SenderReference/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err4];
      }
      else {
        vErrors.push(err4);
      }
      errors++;
    }
    validate7.errors = vErrors;
    return errors === 0;
  }
  function validate8(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(Object.keys(data).length > 10){
        const err0 = {instancePath,schemaPath:"#/components/schemas/Tags/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof key0 === "string"){
          if(key0.length > 128 && codePoints(key0) > 128){
            const err1 = {instancePath,schemaPath:"#/components/schemas/TagKey/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",propertyName:key0};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
          if(key0.length < 1){
            const err2 = {instancePath,schemaPath:"#/components/schemas/TagKey/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",propertyName:key0};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath,schemaPath:"#/components/schemas/TagKey/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key0};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
        if(!valid0){
          const err4 = {instancePath,schemaPath:"#/components/schemas/Tags/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
      const _errs4 = errors;
      for(const key1 in data){
        if(errors > 100){
          break;
        }
        let data0 = data[key1];
        const _errs5 = errors;
        const _errs6 = errors;
        const _errs7 = errors;
        if(typeof data0 == "number"){
        }
        if(typeof data0 === "string"){
          if(data0.length > 256 && codePoints(data0) > 256){
            const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/components/schemas/TagValue/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
          if(data0.length < 1){
            const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/components/schemas/TagValue/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err6];
            }
            else {
              vErrors.push(err6);
            }
            errors++;
          }
          if(!(formats6(data0))){
            const err7 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/components/schemas/TagValue/format",keyword:"format",params:{format: "liquid"},message:"must match format \""+"liquid"+"\""};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        else {
          const err8 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/components/schemas/TagValue/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid3 = _errs6 === errors;
        var valid2 = _errs5 === errors;
      }
    }
    else {
      const err9 = {instancePath,schemaPath:"#/components/schemas/Tags/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err9];
      }
      else {
        vErrors.push(err9);
      }
      errors++;
    }
    validate8.errors = vErrors;
    return errors === 0;
  }
  function validate9(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(data.length > 256 && codePoints(data) > 256){
        const err0 = {instancePath,schemaPath:"#/components/schemas/Name/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    else {
      const err1 = {instancePath,schemaPath:"#/components/schemas/Name/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate9.errors = vErrors;
    return errors === 0;
  }
  function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(!pattern4.test(data)){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderId/pattern",keyword:"pattern",params:{pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    else {
      const err1 = {instancePath,schemaPath:"#/components/schemas/SenderId/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate10.errors = vErrors;
    return errors === 0;
  }
  function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data == "number"){
    }
    if(typeof data === "string"){
      if(data.length > 256 && codePoints(data) > 256){
        const err0 = {instancePath,schemaPath:"#/components/schemas/TagValue/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.length < 1){
        const err1 = {instancePath,schemaPath:"#/components/schemas/TagValue/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(!(formats6(data))){
        const err2 = {instancePath,schemaPath:"#/components/schemas/TagValue/format",keyword:"format",params:{format: "liquid"},message:"must match format \""+"liquid"+"\""};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/schemas/TagValue/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate11.errors = vErrors;
    return errors === 0;
  }
  function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(data.length > 128 && codePoints(data) > 128){
        const err0 = {instancePath,schemaPath:"#/components/schemas/TagKey/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.length < 1){
        const err1 = {instancePath,schemaPath:"#/components/schemas/TagKey/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/components/schemas/TagKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate12.errors = vErrors;
    return errors === 0;
  }
  function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    if(typeof data !== "string"){
      const err0 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err0];
      }
      else {
        vErrors.push(err0);
      }
      errors++;
    }
    const _errs0 = errors;
    const vSchema0 = obj4;
    if(!(((data === "PROCESSING") || (data === "COMPLETED")) || (data === "CANCELED"))){
      const err1 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationStatus/enum",keyword:"enum",params:{allowedValues: obj4},message:"must be equal to one of the allowed values"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate13.errors = vErrors;
    return errors === 0;
  }
  function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(((((key0 === "startDate") || (key0 === "endDate")) || (key0 === "status")) || (key0 === "pageToken")) || (key0 === "pageSize"))){
          const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations/get/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err0];
          }
          else {
            vErrors.push(err0);
          }
          errors++;
        }
      }
      if(data.startDate !== undefined){
        let data0 = data.startDate;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 == "number"){
        }
        if(typeof data0 === "string"){
          if(!(formats0(data0))){
            const err1 = {instancePath:instancePath+"/startDate",schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/startDate",schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
      if(data.endDate !== undefined){
        let data1 = data.endDate;
        const _errs5 = errors;
        const _errs6 = errors;
        const _errs7 = errors;
        if(typeof data1 == "number"){
        }
        if(typeof data1 === "string"){
          if(!(formats0(data1))){
            const err3 = {instancePath:instancePath+"/endDate",schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        else {
          const err4 = {instancePath:instancePath+"/endDate",schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid2 = _errs6 === errors;
        var valid0 = _errs5 === errors;
      }
      if(data.status !== undefined){
        let data2 = data.status;
        const _errs8 = errors;
        const _errs9 = errors;
        if(typeof data2 !== "string"){
          const err5 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderPoolOperationStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err5];
          }
          else {
            vErrors.push(err5);
          }
          errors++;
        }
        const _errs10 = errors;
        const vSchema0 = obj4;
        if(!(((data2 === "PROCESSING") || (data2 === "COMPLETED")) || (data2 === "CANCELED"))){
          const err6 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderPoolOperationStatus/enum",keyword:"enum",params:{allowedValues: obj4},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid3 = _errs9 === errors;
        var valid0 = _errs8 === errors;
      }
      if(data.pageToken !== undefined){
        let data3 = data.pageToken;
        const _errs11 = errors;
        const _errs12 = errors;
        const _errs13 = errors;
        if(typeof data3 === "string"){
          if(data3.length > 1024 && codePoints(data3) > 1024){
            const err7 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
          if(data3.length < 1){
            const err8 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err8];
            }
            else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        else {
          const err9 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err9];
          }
          else {
            vErrors.push(err9);
          }
          errors++;
        }
        var valid4 = _errs12 === errors;
        var valid0 = _errs11 === errors;
      }
      if(data.pageSize !== undefined){
        let data4 = data.pageSize;
        const _errs14 = errors;
        const _errs15 = errors;
        if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
          const err10 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err10];
          }
          else {
            vErrors.push(err10);
          }
          errors++;
        }
        const _errs16 = errors;
        if(typeof data4 == "number"){
          if(data4 > 1000 || isNaN(data4)){
            const err11 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
            if(vErrors === null){
              vErrors = [err11];
            }
            else {
              vErrors.push(err11);
            }
            errors++;
          }
          if(data4 < 1 || isNaN(data4)){
            const err12 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
            if(vErrors === null){
              vErrors = [err12];
            }
            else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        var valid5 = _errs15 === errors;
        var valid0 = _errs14 === errors;
      }
    }
    else {
      const err13 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations/get/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err13];
      }
      else {
        vErrors.push(err13);
      }
      errors++;
    }
    validate14.errors = vErrors;
    return errors === 0;
  }
  function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.operationId === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations~1%7BoperationId%7D/get/parameters/required",keyword:"required",params:{missingProperty: "operationId"},message:"must have required property '"+"operationId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(key0 === "operationId")){
          const err1 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations~1%7BoperationId%7D/get/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if(data.operationId !== undefined){
        let data0 = data.operationId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern0.test(data0)){
            const err2 = {instancePath:instancePath+"/operationId",schemaPath:"#/components/schemas/OperationId/pattern",keyword:"pattern",params:{pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/operationId",schemaPath:"#/components/schemas/OperationId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
    }
    else {
      const err4 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations~1%7BoperationId%7D/get/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err4];
      }
      else {
        vErrors.push(err4);
      }
      errors++;
    }
    validate15.errors = vErrors;
    return errors === 0;
  }
  function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(!pattern7.test(data)){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    else {
      const err1 = {instancePath,schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate16.errors = vErrors;
    return errors === 0;
  }
  function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderPoolId === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/get/parameters/required",keyword:"required",params:{missingProperty: "senderPoolId"},message:"must have required property '"+"senderPoolId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(key0 === "senderPoolId")){
          const err1 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/get/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if(data.senderPoolId !== undefined){
        let data0 = data.senderPoolId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern7.test(data0)){
            const err2 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
    }
    else {
      const err4 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/get/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err4];
      }
      else {
        vErrors.push(err4);
      }
      errors++;
    }
    validate17.errors = vErrors;
    return errors === 0;
  }
  function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderPoolId === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/patch/parameters/required",keyword:"required",params:{missingProperty: "senderPoolId"},message:"must have required property '"+"senderPoolId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(key0 === "senderPoolId")){
          const err1 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/patch/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if(data.senderPoolId !== undefined){
        let data0 = data.senderPoolId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern7.test(data0)){
            const err2 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
    }
    else {
      const err4 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/patch/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err4];
      }
      else {
        vErrors.push(err4);
      }
      errors++;
    }
    validate18.errors = vErrors;
    return errors === 0;
  }
  function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(data.length > 1024 && codePoints(data) > 1024){
        const err0 = {instancePath,schemaPath:"#/components/schemas/EntityTagCondition/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(!pattern10.test(data)){
        const err1 = {instancePath,schemaPath:"#/components/schemas/EntityTagCondition/pattern",keyword:"pattern",params:{pattern: "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$"},message:"must match pattern \""+"^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$"+"\""};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/components/schemas/EntityTagCondition/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate19.errors = vErrors;
    return errors === 0;
  }
  function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["If-Match"] !== undefined){
        let data0 = data["If-Match"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(data0.length > 1024 && codePoints(data0) > 1024){
            const err0 = {instancePath:instancePath+"/If-Match",schemaPath:"#/components/schemas/EntityTagCondition/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
            if(vErrors === null){
              vErrors = [err0];
            }
            else {
              vErrors.push(err0);
            }
            errors++;
          }
          if(!pattern10.test(data0)){
            const err1 = {instancePath:instancePath+"/If-Match",schemaPath:"#/components/schemas/EntityTagCondition/pattern",keyword:"pattern",params:{pattern: "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$"},message:"must match pattern \""+"^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/If-Match",schemaPath:"#/components/schemas/EntityTagCondition/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Idempotency-Key"] !== undefined){
        let data1 = data["Idempotency-Key"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern2.test(data1)){
            const err3 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/pattern",keyword:"pattern",params:{pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"},message:"must match pattern \""+"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"+"\""};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        else {
          const err4 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err5 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/patch/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err5];
      }
      else {
        vErrors.push(err5);
      }
      errors++;
    }
    validate20.errors = vErrors;
    return errors === 0;
  }
  function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!((key0 === "name") || (key0 === "tags"))){
          const err0 = {instancePath,schemaPath:"#/components/schemas/UpdateSenderPool/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err0];
          }
          else {
            vErrors.push(err0);
          }
          errors++;
        }
      }
      if(data.name !== undefined){
        let data0 = data.name;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(data0.length > 256 && codePoints(data0) > 256){
            const err1 = {instancePath:instancePath+"/name",schemaPath:"#/components/schemas/Name/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/name",schemaPath:"#/components/schemas/Name/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
      if(data.tags !== undefined){
        let data1 = data.tags;
        const _errs5 = errors;
        if(!validate8(data1)){
          vErrors = addErrors(vErrors, validate8.errors, instancePath+"/tags");
          errors = vErrors.length;
        }
        var valid0 = _errs5 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/schemas/UpdateSenderPool/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate21.errors = vErrors;
    return errors === 0;
  }
  function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderPoolId === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/delete/parameters/required",keyword:"required",params:{missingProperty: "senderPoolId"},message:"must have required property '"+"senderPoolId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(key0 === "senderPoolId")){
          const err1 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/delete/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if(data.senderPoolId !== undefined){
        let data0 = data.senderPoolId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern7.test(data0)){
            const err2 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
    }
    else {
      const err4 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/delete/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err4];
      }
      else {
        vErrors.push(err4);
      }
      errors++;
    }
    validate22.errors = vErrors;
    return errors === 0;
  }
  function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["If-Match"] !== undefined){
        let data0 = data["If-Match"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(data0.length > 1024 && codePoints(data0) > 1024){
            const err0 = {instancePath:instancePath+"/If-Match",schemaPath:"#/components/schemas/EntityTagCondition/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
            if(vErrors === null){
              vErrors = [err0];
            }
            else {
              vErrors.push(err0);
            }
            errors++;
          }
          if(!pattern10.test(data0)){
            const err1 = {instancePath:instancePath+"/If-Match",schemaPath:"#/components/schemas/EntityTagCondition/pattern",keyword:"pattern",params:{pattern: "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$"},message:"must match pattern \""+"^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/If-Match",schemaPath:"#/components/schemas/EntityTagCondition/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Idempotency-Key"] !== undefined){
        let data1 = data["Idempotency-Key"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern2.test(data1)){
            const err3 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/pattern",keyword:"pattern",params:{pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"},message:"must match pattern \""+"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"+"\""};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        else {
          const err4 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err5 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/delete/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err5];
      }
      else {
        vErrors.push(err5);
      }
      errors++;
    }
    validate23.errors = vErrors;
    return errors === 0;
  }
  function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderPoolId === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/parameters/required",keyword:"required",params:{missingProperty: "senderPoolId"},message:"must have required property '"+"senderPoolId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(key0 === "senderPoolId")){
          const err1 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if(data.senderPoolId !== undefined){
        let data0 = data.senderPoolId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern7.test(data0)){
            const err2 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
    }
    else {
      const err4 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err4];
      }
      else {
        vErrors.push(err4);
      }
      errors++;
    }
    validate24.errors = vErrors;
    return errors === 0;
  }
  function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    if(typeof data !== "string"){
      const err0 = {instancePath,schemaPath:"#/components/schemas/Channel/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err0];
      }
      else {
        vErrors.push(err0);
      }
      errors++;
    }
    const _errs0 = errors;
    const vSchema0 = obj13;
    if(!(((((data === "SMS") || (data === "RCS")) || (data === "EMAIL")) || (data === "WHATSAPP")) || (data === "PUSH"))){
      const err1 = {instancePath,schemaPath:"#/components/schemas/Channel/enum",keyword:"enum",params:{allowedValues: obj13},message:"must be equal to one of the allowed values"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate25.errors = vErrors;
    return errors === 0;
  }
  function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    if(typeof data !== "string"){
      const err0 = {instancePath,schemaPath:"#/components/schemas/SenderStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err0];
      }
      else {
        vErrors.push(err0);
      }
      errors++;
    }
    const _errs0 = errors;
    const vSchema0 = obj14;
    if(!((data === "ACTIVATED") || (data === "DEACTIVATED"))){
      const err1 = {instancePath,schemaPath:"#/components/schemas/SenderStatus/enum",keyword:"enum",params:{allowedValues: obj14},message:"must be equal to one of the allowed values"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate26.errors = vErrors;
    return errors === 0;
  }
  function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!((((((key0 === "channel") || (key0 === "status")) || (key0 === "startDate")) || (key0 === "endDate")) || (key0 === "pageToken")) || (key0 === "pageSize"))){
          const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err0];
          }
          else {
            vErrors.push(err0);
          }
          errors++;
        }
      }
      if(data.channel !== undefined){
        let data0 = data.channel;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 !== "string"){
          const err1 = {instancePath:instancePath+"/channel",schemaPath:"#/components/schemas/Channel/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
        const _errs4 = errors;
        const vSchema0 = obj13;
        if(!(((((data0 === "SMS") || (data0 === "RCS")) || (data0 === "EMAIL")) || (data0 === "WHATSAPP")) || (data0 === "PUSH"))){
          const err2 = {instancePath:instancePath+"/channel",schemaPath:"#/components/schemas/Channel/enum",keyword:"enum",params:{allowedValues: obj13},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
      if(data.status !== undefined){
        let data1 = data.status;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 !== "string"){
          const err3 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        const _errs7 = errors;
        const vSchema1 = obj14;
        if(!((data1 === "ACTIVATED") || (data1 === "DEACTIVATED"))){
          const err4 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderStatus/enum",keyword:"enum",params:{allowedValues: obj14},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid2 = _errs6 === errors;
        var valid0 = _errs5 === errors;
      }
      if(data.startDate !== undefined){
        let data2 = data.startDate;
        const _errs8 = errors;
        const _errs9 = errors;
        const _errs10 = errors;
        if(typeof data2 == "number"){
        }
        if(typeof data2 === "string"){
          if(!(formats0(data2))){
            const err5 = {instancePath:instancePath+"/startDate",schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/startDate",schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid3 = _errs9 === errors;
        var valid0 = _errs8 === errors;
      }
      if(data.endDate !== undefined){
        let data3 = data.endDate;
        const _errs11 = errors;
        const _errs12 = errors;
        const _errs13 = errors;
        if(typeof data3 == "number"){
        }
        if(typeof data3 === "string"){
          if(!(formats0(data3))){
            const err7 = {instancePath:instancePath+"/endDate",schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        else {
          const err8 = {instancePath:instancePath+"/endDate",schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid4 = _errs12 === errors;
        var valid0 = _errs11 === errors;
      }
      if(data.pageToken !== undefined){
        let data4 = data.pageToken;
        const _errs14 = errors;
        const _errs15 = errors;
        const _errs16 = errors;
        if(typeof data4 === "string"){
          if(data4.length > 1024 && codePoints(data4) > 1024){
            const err9 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
            if(vErrors === null){
              vErrors = [err9];
            }
            else {
              vErrors.push(err9);
            }
            errors++;
          }
          if(data4.length < 1){
            const err10 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err10];
            }
            else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        else {
          const err11 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err11];
          }
          else {
            vErrors.push(err11);
          }
          errors++;
        }
        var valid5 = _errs15 === errors;
        var valid0 = _errs14 === errors;
      }
      if(data.pageSize !== undefined){
        let data5 = data.pageSize;
        const _errs17 = errors;
        const _errs18 = errors;
        if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
          const err12 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err12];
          }
          else {
            vErrors.push(err12);
          }
          errors++;
        }
        const _errs19 = errors;
        if(typeof data5 == "number"){
          if(data5 > 1000 || isNaN(data5)){
            const err13 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
            if(vErrors === null){
              vErrors = [err13];
            }
            else {
              vErrors.push(err13);
            }
            errors++;
          }
          if(data5 < 1 || isNaN(data5)){
            const err14 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
            if(vErrors === null){
              vErrors = [err14];
            }
            else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        var valid6 = _errs18 === errors;
        var valid0 = _errs17 === errors;
      }
    }
    else {
      const err15 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err15];
      }
      else {
        vErrors.push(err15);
      }
      errors++;
    }
    validate27.errors = vErrors;
    return errors === 0;
  }
  function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderPoolId === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/post/parameters/required",keyword:"required",params:{missingProperty: "senderPoolId"},message:"must have required property '"+"senderPoolId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(key0 === "senderPoolId")){
          const err1 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/post/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if(data.senderPoolId !== undefined){
        let data0 = data.senderPoolId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern7.test(data0)){
            const err2 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
    }
    else {
      const err4 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/post/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err4];
      }
      else {
        vErrors.push(err4);
      }
      errors++;
    }
    validate28.errors = vErrors;
    return errors === 0;
  }
  function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Idempotency-Key"] !== undefined){
        let data0 = data["Idempotency-Key"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern2.test(data0)){
            const err0 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/pattern",keyword:"pattern",params:{pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"},message:"must match pattern \""+"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"+"\""};
            if(vErrors === null){
              vErrors = [err0];
            }
            else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        else {
          const err1 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/post/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate29.errors = vErrors;
    return errors === 0;
  }
  function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(Array.isArray(data)){
      if(data.length > 1000){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderReferenceList/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.length < 1){
        const err1 = {instancePath,schemaPath:"#/components/schemas/SenderReferenceList/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      let valid1 = true;
      const len0 = data.length;
      for(let i0=0; i0<len0; i0++){
        if(errors > 100){
          break;
        }
        let data0 = data[i0];
        const _errs1 = errors;
        if(!validate7(data0)){
          vErrors = addErrors(vErrors, validate7.errors, instancePath+"/" + i0);
          errors = vErrors.length;
        }
        var valid0 = _errs1 === errors;
        if(!valid0){
          valid1 = false;
        }
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/components/schemas/SenderReferenceList/type",keyword:"type",params:{type: "array"},message:"must be array"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate30.errors = vErrors;
    return errors === 0;
  }
  function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderPoolId === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders~1%7BsenderId%7D/delete/parameters/required",keyword:"required",params:{missingProperty: "senderPoolId"},message:"must have required property '"+"senderPoolId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.senderId === undefined){
        const err1 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders~1%7BsenderId%7D/delete/parameters/required",keyword:"required",params:{missingProperty: "senderId"},message:"must have required property '"+"senderId"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!((key0 === "senderPoolId") || (key0 === "senderId"))){
          const err2 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders~1%7BsenderId%7D/delete/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
      if(data.senderPoolId !== undefined){
        let data0 = data.senderPoolId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern7.test(data0)){
            const err3 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        else {
          const err4 = {instancePath:instancePath+"/senderPoolId",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
      if(data.senderId !== undefined){
        let data1 = data.senderId;
        const _errs5 = errors;
        const _errs6 = errors;
        const _errs7 = errors;
        if(typeof data1 === "string"){
          if(!pattern4.test(data1)){
            const err5 = {instancePath:instancePath+"/senderId",schemaPath:"#/components/schemas/SenderId/pattern",keyword:"pattern",params:{pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/senderId",schemaPath:"#/components/schemas/SenderId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid2 = _errs6 === errors;
        var valid0 = _errs5 === errors;
      }
    }
    else {
      const err7 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders~1%7BsenderId%7D/delete/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err7];
      }
      else {
        vErrors.push(err7);
      }
      errors++;
    }
    validate31.errors = vErrors;
    return errors === 0;
  }
  function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Idempotency-Key"] !== undefined){
        let data0 = data["Idempotency-Key"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern2.test(data0)){
            const err0 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/pattern",keyword:"pattern",params:{pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"},message:"must match pattern \""+"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$"+"\""};
            if(vErrors === null){
              vErrors = [err0];
            }
            else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        else {
          const err1 = {instancePath:instancePath+"/Idempotency-Key",schemaPath:"#/components/schemas/IdempotencyKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders~1%7BsenderId%7D/delete/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate32.errors = vErrors;
    return errors === 0;
  }
  function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!((((((key0 === "channel") || (key0 === "status")) || (key0 === "startDate")) || (key0 === "endDate")) || (key0 === "pageToken")) || (key0 === "pageSize"))){
          const err0 = {instancePath,schemaPath:"#/paths/~1Senders/get/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err0];
          }
          else {
            vErrors.push(err0);
          }
          errors++;
        }
      }
      if(data.channel !== undefined){
        let data0 = data.channel;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 !== "string"){
          const err1 = {instancePath:instancePath+"/channel",schemaPath:"#/components/schemas/Channel/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
        const _errs4 = errors;
        const vSchema0 = obj13;
        if(!(((((data0 === "SMS") || (data0 === "RCS")) || (data0 === "EMAIL")) || (data0 === "WHATSAPP")) || (data0 === "PUSH"))){
          const err2 = {instancePath:instancePath+"/channel",schemaPath:"#/components/schemas/Channel/enum",keyword:"enum",params:{allowedValues: obj13},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
      if(data.status !== undefined){
        let data1 = data.status;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 !== "string"){
          const err3 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        const _errs7 = errors;
        const vSchema1 = obj14;
        if(!((data1 === "ACTIVATED") || (data1 === "DEACTIVATED"))){
          const err4 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderStatus/enum",keyword:"enum",params:{allowedValues: obj14},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid2 = _errs6 === errors;
        var valid0 = _errs5 === errors;
      }
      if(data.startDate !== undefined){
        let data2 = data.startDate;
        const _errs8 = errors;
        const _errs9 = errors;
        const _errs10 = errors;
        if(typeof data2 == "number"){
        }
        if(typeof data2 === "string"){
          if(!(formats0(data2))){
            const err5 = {instancePath:instancePath+"/startDate",schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/startDate",schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid3 = _errs9 === errors;
        var valid0 = _errs8 === errors;
      }
      if(data.endDate !== undefined){
        let data3 = data.endDate;
        const _errs11 = errors;
        const _errs12 = errors;
        const _errs13 = errors;
        if(typeof data3 == "number"){
        }
        if(typeof data3 === "string"){
          if(!(formats0(data3))){
            const err7 = {instancePath:instancePath+"/endDate",schemaPath:"#/components/schemas/Moment/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        else {
          const err8 = {instancePath:instancePath+"/endDate",schemaPath:"#/components/schemas/Moment/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid4 = _errs12 === errors;
        var valid0 = _errs11 === errors;
      }
      if(data.pageToken !== undefined){
        let data4 = data.pageToken;
        const _errs14 = errors;
        const _errs15 = errors;
        const _errs16 = errors;
        if(typeof data4 === "string"){
          if(data4.length > 1024 && codePoints(data4) > 1024){
            const err9 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
            if(vErrors === null){
              vErrors = [err9];
            }
            else {
              vErrors.push(err9);
            }
            errors++;
          }
          if(data4.length < 1){
            const err10 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err10];
            }
            else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        else {
          const err11 = {instancePath:instancePath+"/pageToken",schemaPath:"#/components/schemas/PageToken/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err11];
          }
          else {
            vErrors.push(err11);
          }
          errors++;
        }
        var valid5 = _errs15 === errors;
        var valid0 = _errs14 === errors;
      }
      if(data.pageSize !== undefined){
        let data5 = data.pageSize;
        const _errs17 = errors;
        const _errs18 = errors;
        if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
          const err12 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err12];
          }
          else {
            vErrors.push(err12);
          }
          errors++;
        }
        const _errs19 = errors;
        if(typeof data5 == "number"){
          if(data5 > 1000 || isNaN(data5)){
            const err13 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
            if(vErrors === null){
              vErrors = [err13];
            }
            else {
              vErrors.push(err13);
            }
            errors++;
          }
          if(data5 < 1 || isNaN(data5)){
            const err14 = {instancePath:instancePath+"/pageSize",schemaPath:"#/components/parameters/PageSize/schema/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
            if(vErrors === null){
              vErrors = [err14];
            }
            else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        var valid6 = _errs18 === errors;
        var valid0 = _errs17 === errors;
      }
    }
    else {
      const err15 = {instancePath,schemaPath:"#/paths/~1Senders/get/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err15];
      }
      else {
        vErrors.push(err15);
      }
      errors++;
    }
    validate33.errors = vErrors;
    return errors === 0;
  }
  function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderId === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1Senders~1%7BsenderId%7D/get/parameters/required",keyword:"required",params:{missingProperty: "senderId"},message:"must have required property '"+"senderId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      const _errs1 = errors;
      for(const key0 in data){
        if(errors > 100){
          break;
        }
        if(!(key0 === "senderId")){
          const err1 = {instancePath,schemaPath:"#/paths/~1Senders~1%7BsenderId%7D/get/parameters/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if(data.senderId !== undefined){
        let data0 = data.senderId;
        const _errs2 = errors;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data0 === "string"){
          if(!pattern4.test(data0)){
            const err2 = {instancePath:instancePath+"/senderId",schemaPath:"#/components/schemas/SenderId/pattern",keyword:"pattern",params:{pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/senderId",schemaPath:"#/components/schemas/SenderId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs3 === errors;
        var valid0 = _errs2 === errors;
      }
    }
    else {
      const err4 = {instancePath,schemaPath:"#/paths/~1Senders~1%7BsenderId%7D/get/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err4];
      }
      else {
        vErrors.push(err4);
      }
      errors++;
    }
    validate34.errors = vErrors;
    return errors === 0;
  }
  function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(!pattern23.test(data)){
        const err0 = {instancePath,schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    else {
      const err1 = {instancePath,schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate35.errors = vErrors;
    return errors === 0;
  }
  function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools/get/responses/200/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/paths/~1SenderPools/get/responses/200/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate36.errors = vErrors;
    return errors === 0;
  }
  function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senderPools === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderPoolList/required",keyword:"required",params:{missingProperty: "senderPools"},message:"must have required property '"+"senderPools"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.pagination === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/SenderPoolList/required",keyword:"required",params:{missingProperty: "pagination"},message:"must have required property '"+"pagination"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.senderPools !== undefined){
        let data0 = data.senderPools;
        const _errs1 = errors;
        const _errs2 = errors;
        if(Array.isArray(data0)){
          let valid2 = true;
          const len0 = data0.length;
          for(let i0=0; i0<len0; i0++){
            if(errors > 100){
              break;
            }
            let data1 = data0[i0];
            const _errs3 = errors;
            if(!validate38(data1)){
              vErrors = addErrors(vErrors, validate38.errors, instancePath+"/senderPools/" + i0);
              errors = vErrors.length;
            }
            var valid1 = _errs3 === errors;
            if(!valid1){
              valid2 = false;
            }
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/senderPools",schemaPath:"#/components/schemas/SenderPoolList/properties/senderPools/type",keyword:"type",params:{type: "array"},message:"must be array"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid0 = _errs1 === errors;
      }
      if(data.pagination !== undefined){
        let data2 = data.pagination;
        const _errs4 = errors;
        if(!validate39(data2)){
          vErrors = addErrors(vErrors, validate39.errors, instancePath+"/pagination");
          errors = vErrors.length;
        }
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/schemas/SenderPoolList/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate37.errors = vErrors;
    return errors === 0;
  }
  function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.id === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderPool/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.name === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/SenderPool/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.tags === undefined){
        const err2 = {instancePath,schemaPath:"#/components/schemas/SenderPool/required",keyword:"required",params:{missingProperty: "tags"},message:"must have required property '"+"tags"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data.createdAt === undefined){
        const err3 = {instancePath,schemaPath:"#/components/schemas/SenderPool/required",keyword:"required",params:{missingProperty: "createdAt"},message:"must have required property '"+"createdAt"+"'"};
        if(vErrors === null){
          vErrors = [err3];
        }
        else {
          vErrors.push(err3);
        }
        errors++;
      }
      if(data.updatedAt === undefined){
        const err4 = {instancePath,schemaPath:"#/components/schemas/SenderPool/required",keyword:"required",params:{missingProperty: "updatedAt"},message:"must have required property '"+"updatedAt"+"'"};
        if(vErrors === null){
          vErrors = [err4];
        }
        else {
          vErrors.push(err4);
        }
        errors++;
      }
      if(data.id !== undefined){
        let data0 = data.id;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern7.test(data0)){
            const err5 = {instancePath:instancePath+"/id",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/id",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data.name !== undefined){
        let data1 = data.name;
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(data1.length > 256 && codePoints(data1) > 256){
            const err7 = {instancePath:instancePath+"/name",schemaPath:"#/components/schemas/Name/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        else {
          const err8 = {instancePath:instancePath+"/name",schemaPath:"#/components/schemas/Name/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
      if(data.tags !== undefined){
        let data2 = data.tags;
        const _errs7 = errors;
        if(!validate8(data2)){
          vErrors = addErrors(vErrors, validate8.errors, instancePath+"/tags");
          errors = vErrors.length;
        }
        var valid0 = _errs7 === errors;
      }
      if(data.createdAt !== undefined){
        let data3 = data.createdAt;
        const _errs8 = errors;
        const _errs9 = errors;
        const _errs10 = errors;
        if(typeof data3 == "number"){
        }
        if(typeof data3 === "string"){
          if(!pattern26.test(data3)){
            const err9 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/pattern",keyword:"pattern",params:{pattern: "^[0-9T:.-]{19,30}Z$"},message:"must match pattern \""+"^[0-9T:.-]{19,30}Z$"+"\""};
            if(vErrors === null){
              vErrors = [err9];
            }
            else {
              vErrors.push(err9);
            }
            errors++;
          }
          if(!(formats0(data3))){
            const err10 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err10];
            }
            else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        else {
          const err11 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err11];
          }
          else {
            vErrors.push(err11);
          }
          errors++;
        }
        var valid3 = _errs9 === errors;
        var valid0 = _errs8 === errors;
      }
      if(data.updatedAt !== undefined){
        let data4 = data.updatedAt;
        const _errs11 = errors;
        const _errs12 = errors;
        const _errs13 = errors;
        if(typeof data4 == "number"){
        }
        if(typeof data4 === "string"){
          if(!pattern26.test(data4)){
            const err12 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/pattern",keyword:"pattern",params:{pattern: "^[0-9T:.-]{19,30}Z$"},message:"must match pattern \""+"^[0-9T:.-]{19,30}Z$"+"\""};
            if(vErrors === null){
              vErrors = [err12];
            }
            else {
              vErrors.push(err12);
            }
            errors++;
          }
          if(!(formats0(data4))){
            const err13 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err13];
            }
            else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        else {
          const err14 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err14];
          }
          else {
            vErrors.push(err14);
          }
          errors++;
        }
        var valid4 = _errs12 === errors;
        var valid0 = _errs11 === errors;
      }
    }
    else {
      const err15 = {instancePath,schemaPath:"#/components/schemas/SenderPool/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err15];
      }
      else {
        vErrors.push(err15);
      }
      errors++;
    }
    validate38.errors = vErrors;
    return errors === 0;
  }
  function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.next === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/Pagination/required",keyword:"required",params:{missingProperty: "next"},message:"must have required property '"+"next"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.self === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/Pagination/required",keyword:"required",params:{missingProperty: "self"},message:"must have required property '"+"self"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.next !== undefined){
        let data0 = data.next;
        const _errs1 = errors;
        const _errs2 = errors;
        let valid1 = false;
        const _errs3 = errors;
        const _errs4 = errors;
        const _errs5 = errors;
        if(typeof data0 === "string"){
          if(data0.length > 1024 && codePoints(data0) > 1024){
            const err2 = {instancePath:instancePath+"/next",schemaPath:"#/components/schemas/PageToken/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
          if(data0.length < 1){
            const err3 = {instancePath:instancePath+"/next",schemaPath:"#/components/schemas/PageToken/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        else {
          const err4 = {instancePath:instancePath+"/next",schemaPath:"#/components/schemas/PageToken/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid2 = _errs4 === errors;
        var _valid0 = _errs3 === errors;
        valid1 = valid1 || _valid0;
        if(!valid1){
          const _errs6 = errors;
          if(data0 !== null){
            const err5 = {instancePath:instancePath+"/next",schemaPath:"#/components/schemas/Pagination/properties/next/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
          const _errs7 = errors;
          var _valid0 = _errs6 === errors;
          valid1 = valid1 || _valid0;
          if(!valid1){
          }
        }
        if(!valid1){
          const err6 = {instancePath:instancePath+"/next",schemaPath:"#/components/schemas/Pagination/properties/next/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        else {
          errors = _errs2;
          if(vErrors !== null){
            if(_errs2){
              vErrors.length = _errs2;
            }
            else {
              vErrors = null;
            }
          }
        }
        var valid0 = _errs1 === errors;
      }
      if(data.self !== undefined){
        let data1 = data.self;
        const _errs8 = errors;
        const _errs9 = errors;
        const _errs10 = errors;
        if(typeof data1 === "string"){
          if(data1.length > 1024 && codePoints(data1) > 1024){
            const err7 = {instancePath:instancePath+"/self",schemaPath:"#/components/schemas/PageToken/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
          if(data1.length < 1){
            const err8 = {instancePath:instancePath+"/self",schemaPath:"#/components/schemas/PageToken/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err8];
            }
            else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        else {
          const err9 = {instancePath:instancePath+"/self",schemaPath:"#/components/schemas/PageToken/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err9];
          }
          else {
            vErrors.push(err9);
          }
          errors++;
        }
        var valid3 = _errs9 === errors;
        var valid0 = _errs8 === errors;
      }
    }
    else {
      const err10 = {instancePath,schemaPath:"#/components/schemas/Pagination/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err10];
      }
      else {
        vErrors.push(err10);
      }
      errors++;
    }
    validate39.errors = vErrors;
    return errors === 0;
  }
  function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data == "number"){
    }
    if(typeof data === "string"){
      if(!pattern26.test(data)){
        const err0 = {instancePath,schemaPath:"#/components/schemas/Timestamp/pattern",keyword:"pattern",params:{pattern: "^[0-9T:.-]{19,30}Z$"},message:"must match pattern \""+"^[0-9T:.-]{19,30}Z$"+"\""};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(!(formats0(data))){
        const err1 = {instancePath,schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate40.errors = vErrors;
    return errors === 0;
  }
  function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/BadRequest/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/BadRequest/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate41.errors = vErrors;
    return errors === 0;
  }
  function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.type === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/Problem/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.title === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/Problem/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.status === undefined){
        const err2 = {instancePath,schemaPath:"#/components/schemas/Problem/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data.detail === undefined){
        const err3 = {instancePath,schemaPath:"#/components/schemas/Problem/required",keyword:"required",params:{missingProperty: "detail"},message:"must have required property '"+"detail"+"'"};
        if(vErrors === null){
          vErrors = [err3];
        }
        else {
          vErrors.push(err3);
        }
        errors++;
      }
      if(data.instance === undefined){
        const err4 = {instancePath,schemaPath:"#/components/schemas/Problem/required",keyword:"required",params:{missingProperty: "instance"},message:"must have required property '"+"instance"+"'"};
        if(vErrors === null){
          vErrors = [err4];
        }
        else {
          vErrors.push(err4);
        }
        errors++;
      }
      if(data.code === undefined){
        const err5 = {instancePath,schemaPath:"#/components/schemas/Problem/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
        if(vErrors === null){
          vErrors = [err5];
        }
        else {
          vErrors.push(err5);
        }
        errors++;
      }
      if(data.type !== undefined){
        let data0 = data.type;
        const _errs1 = errors;
        const _errs2 = errors;
        if(typeof data0 == "number"){
        }
        if(typeof data0 === "string"){
          if(data0.length > 255 && codePoints(data0) > 255){
            const err6 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/Problem/properties/type/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
            if(vErrors === null){
              vErrors = [err6];
            }
            else {
              vErrors.push(err6);
            }
            errors++;
          }
          if(!(formats28.test(data0))){
            const err7 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/Problem/properties/type/format",keyword:"format",params:{format: "uri-reference"},message:"must match format \""+"uri-reference"+"\""};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        else {
          const err8 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/Problem/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid0 = _errs1 === errors;
      }
      if(data.title !== undefined){
        let data1 = data.title;
        const _errs3 = errors;
        const _errs4 = errors;
        if(typeof data1 === "string"){
          if(data1.length > 255 && codePoints(data1) > 255){
            const err9 = {instancePath:instancePath+"/title",schemaPath:"#/components/schemas/Problem/properties/title/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
            if(vErrors === null){
              vErrors = [err9];
            }
            else {
              vErrors.push(err9);
            }
            errors++;
          }
          if(data1.length < 1){
            const err10 = {instancePath:instancePath+"/title",schemaPath:"#/components/schemas/Problem/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err10];
            }
            else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        else {
          const err11 = {instancePath:instancePath+"/title",schemaPath:"#/components/schemas/Problem/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err11];
          }
          else {
            vErrors.push(err11);
          }
          errors++;
        }
        var valid0 = _errs3 === errors;
      }
      if(data.status !== undefined){
        let data2 = data.status;
        const _errs5 = errors;
        if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
          const err12 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/Problem/properties/status/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err12];
          }
          else {
            vErrors.push(err12);
          }
          errors++;
        }
        const _errs6 = errors;
        if(typeof data2 == "number"){
          if(data2 > 599 || isNaN(data2)){
            const err13 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/Problem/properties/status/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599"};
            if(vErrors === null){
              vErrors = [err13];
            }
            else {
              vErrors.push(err13);
            }
            errors++;
          }
          if(data2 < 400 || isNaN(data2)){
            const err14 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/Problem/properties/status/minimum",keyword:"minimum",params:{comparison: ">=", limit: 400},message:"must be >= 400"};
            if(vErrors === null){
              vErrors = [err14];
            }
            else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        var valid0 = _errs5 === errors;
      }
      if(data.detail !== undefined){
        let data3 = data.detail;
        const _errs7 = errors;
        const _errs8 = errors;
        if(typeof data3 === "string"){
          if(data3.length > 2048 && codePoints(data3) > 2048){
            const err15 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/Problem/properties/detail/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err15];
            }
            else {
              vErrors.push(err15);
            }
            errors++;
          }
          if(data3.length < 1){
            const err16 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/Problem/properties/detail/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err16];
            }
            else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        else {
          const err17 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/Problem/properties/detail/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err17];
          }
          else {
            vErrors.push(err17);
          }
          errors++;
        }
        var valid0 = _errs7 === errors;
      }
      if(data.instance !== undefined){
        let data4 = data.instance;
        const _errs9 = errors;
        const _errs10 = errors;
        if(typeof data4 == "number"){
        }
        if(typeof data4 === "string"){
          if(data4.length > 255 && codePoints(data4) > 255){
            const err18 = {instancePath:instancePath+"/instance",schemaPath:"#/components/schemas/Problem/properties/instance/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
            if(vErrors === null){
              vErrors = [err18];
            }
            else {
              vErrors.push(err18);
            }
            errors++;
          }
          if(!(formats28.test(data4))){
            const err19 = {instancePath:instancePath+"/instance",schemaPath:"#/components/schemas/Problem/properties/instance/format",keyword:"format",params:{format: "uri-reference"},message:"must match format \""+"uri-reference"+"\""};
            if(vErrors === null){
              vErrors = [err19];
            }
            else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        else {
          const err20 = {instancePath:instancePath+"/instance",schemaPath:"#/components/schemas/Problem/properties/instance/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err20];
          }
          else {
            vErrors.push(err20);
          }
          errors++;
        }
        var valid0 = _errs9 === errors;
      }
      if(data.code !== undefined){
        let data5 = data.code;
        const _errs11 = errors;
        if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
          const err21 = {instancePath:instancePath+"/code",schemaPath:"#/components/schemas/Problem/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err21];
          }
          else {
            vErrors.push(err21);
          }
          errors++;
        }
        const _errs12 = errors;
        if(typeof data5 == "number"){
          if(data5 > 20599 || isNaN(data5)){
            const err22 = {instancePath:instancePath+"/code",schemaPath:"#/components/schemas/Problem/properties/code/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20599},message:"must be <= 20599"};
            if(vErrors === null){
              vErrors = [err22];
            }
            else {
              vErrors.push(err22);
            }
            errors++;
          }
          if(data5 < 20000 || isNaN(data5)){
            const err23 = {instancePath:instancePath+"/code",schemaPath:"#/components/schemas/Problem/properties/code/minimum",keyword:"minimum",params:{comparison: ">=", limit: 20000},message:"must be >= 20000"};
            if(vErrors === null){
              vErrors = [err23];
            }
            else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        var valid0 = _errs11 === errors;
      }
      if(data.errors !== undefined){
        let data6 = data.errors;
        const _errs13 = errors;
        const _errs14 = errors;
        if(Array.isArray(data6)){
          if(data6.length > 100){
            const err24 = {instancePath:instancePath+"/errors",schemaPath:"#/components/schemas/Problem/properties/errors/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
            if(vErrors === null){
              vErrors = [err24];
            }
            else {
              vErrors.push(err24);
            }
            errors++;
          }
          if(data6.length < 1){
            const err25 = {instancePath:instancePath+"/errors",schemaPath:"#/components/schemas/Problem/properties/errors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
            if(vErrors === null){
              vErrors = [err25];
            }
            else {
              vErrors.push(err25);
            }
            errors++;
          }
          let valid2 = true;
          const len0 = data6.length;
          for(let i0=0; i0<len0; i0++){
            if(errors > 100){
              break;
            }
            let data7 = data6[i0];
            const _errs15 = errors;
            if(!validate43(data7)){
              vErrors = addErrors(vErrors, validate43.errors, instancePath+"/errors/" + i0);
              errors = vErrors.length;
            }
            var valid1 = _errs15 === errors;
            if(!valid1){
              valid2 = false;
            }
          }
        }
        else {
          const err26 = {instancePath:instancePath+"/errors",schemaPath:"#/components/schemas/Problem/properties/errors/type",keyword:"type",params:{type: "array"},message:"must be array"};
          if(vErrors === null){
            vErrors = [err26];
          }
          else {
            vErrors.push(err26);
          }
          errors++;
        }
        var valid0 = _errs13 === errors;
      }
    }
    else {
      const err27 = {instancePath,schemaPath:"#/components/schemas/Problem/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err27];
      }
      else {
        vErrors.push(err27);
      }
      errors++;
    }
    validate42.errors = vErrors;
    return errors === 0;
  }
  function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    let valid0 = false;
    let passing0 = null;
    const _errs1 = errors;
    if(!validate44(data)){
      vErrors = addErrors(vErrors, validate44.errors, instancePath);
      errors = vErrors.length;
    }
    var _valid0 = _errs1 === errors;
    if(_valid0){
      valid0 = true;
      passing0 = 0;
    }
    const _errs2 = errors;
    if(!validate45(data)){
      vErrors = addErrors(vErrors, validate45.errors, instancePath);
      errors = vErrors.length;
    }
    var _valid0 = _errs2 === errors;
    if(_valid0 && valid0){
      valid0 = false;
      passing0 = [passing0, 1];
    }
    else {
      if(_valid0){
        valid0 = true;
        passing0 = 1;
      }
    }
    if(!valid0){
      const err0 = {instancePath,schemaPath:"#/components/schemas/ProblemError/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
      if(vErrors === null){
        vErrors = [err0];
      }
      else {
        vErrors.push(err0);
      }
      errors++;
    }
    else {
      errors = _errs0;
      if(vErrors !== null){
        if(_errs0){
          vErrors.length = _errs0;
        }
        else {
          vErrors = null;
        }
      }
    }
    validate43.errors = vErrors;
    return errors === 0;
  }
  function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.in === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/BodyError/required",keyword:"required",params:{missingProperty: "in"},message:"must have required property '"+"in"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.pointer === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/BodyError/required",keyword:"required",params:{missingProperty: "pointer"},message:"must have required property '"+"pointer"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.detail === undefined){
        const err2 = {instancePath,schemaPath:"#/components/schemas/BodyError/required",keyword:"required",params:{missingProperty: "detail"},message:"must have required property '"+"detail"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data.in !== undefined){
        let data0 = data.in;
        const _errs1 = errors;
        if("body" !== data0){
          const err3 = {instancePath:instancePath+"/in",schemaPath:"#/components/schemas/BodyError/properties/in/const",keyword:"const",params:{allowedValue: "body"},message:"must be equal to constant"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid0 = _errs1 === errors;
      }
      if(data.pointer !== undefined){
        let data1 = data.pointer;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data1 == "number"){
        }
        if(typeof data1 === "string"){
          if(data1.length > 4096 && codePoints(data1) > 4096){
            const err4 = {instancePath:instancePath+"/pointer",schemaPath:"#/components/schemas/BodyError/properties/pointer/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
          if(!(formats32.test(data1))){
            const err5 = {instancePath:instancePath+"/pointer",schemaPath:"#/components/schemas/BodyError/properties/pointer/format",keyword:"format",params:{format: "json-pointer"},message:"must match format \""+"json-pointer"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/pointer",schemaPath:"#/components/schemas/BodyError/properties/pointer/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid0 = _errs2 === errors;
      }
      if(data.detail !== undefined){
        let data2 = data.detail;
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data2 === "string"){
          if(data2.length > 2048 && codePoints(data2) > 2048){
            const err7 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/ErrorDetail/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
          if(data2.length < 1){
            const err8 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/ErrorDetail/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err8];
            }
            else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        else {
          const err9 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/ErrorDetail/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err9];
          }
          else {
            vErrors.push(err9);
          }
          errors++;
        }
        var valid1 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err10 = {instancePath,schemaPath:"#/components/schemas/BodyError/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err10];
      }
      else {
        vErrors.push(err10);
      }
      errors++;
    }
    validate44.errors = vErrors;
    return errors === 0;
  }
  function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.in === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/ParameterError/required",keyword:"required",params:{missingProperty: "in"},message:"must have required property '"+"in"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.name === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/ParameterError/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.detail === undefined){
        const err2 = {instancePath,schemaPath:"#/components/schemas/ParameterError/required",keyword:"required",params:{missingProperty: "detail"},message:"must have required property '"+"detail"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data.in !== undefined){
        let data0 = data.in;
        const _errs1 = errors;
        const vSchema0 = obj24;
        if(!(((data0 === "query") || (data0 === "path")) || (data0 === "header"))){
          const err3 = {instancePath:instancePath+"/in",schemaPath:"#/components/schemas/ParameterError/properties/in/enum",keyword:"enum",params:{allowedValues: obj24},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid0 = _errs1 === errors;
      }
      if(data.name !== undefined){
        let data1 = data.name;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data1 === "string"){
          if(data1.length > 8192 && codePoints(data1) > 8192){
            const err4 = {instancePath:instancePath+"/name",schemaPath:"#/components/schemas/ParameterError/properties/name/maxLength",keyword:"maxLength",params:{limit: 8192},message:"must NOT have more than 8192 characters"};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        else {
          const err5 = {instancePath:instancePath+"/name",schemaPath:"#/components/schemas/ParameterError/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err5];
          }
          else {
            vErrors.push(err5);
          }
          errors++;
        }
        var valid0 = _errs2 === errors;
      }
      if(data.detail !== undefined){
        let data2 = data.detail;
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data2 === "string"){
          if(data2.length > 2048 && codePoints(data2) > 2048){
            const err6 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/ErrorDetail/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err6];
            }
            else {
              vErrors.push(err6);
            }
            errors++;
          }
          if(data2.length < 1){
            const err7 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/ErrorDetail/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        else {
          const err8 = {instancePath:instancePath+"/detail",schemaPath:"#/components/schemas/ErrorDetail/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid1 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err9 = {instancePath,schemaPath:"#/components/schemas/ParameterError/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err9];
      }
      else {
        vErrors.push(err9);
      }
      errors++;
    }
    validate45.errors = vErrors;
    return errors === 0;
  }
  function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(data.length > 2048 && codePoints(data) > 2048){
        const err0 = {instancePath,schemaPath:"#/components/schemas/ErrorDetail/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.length < 1){
        const err1 = {instancePath,schemaPath:"#/components/schemas/ErrorDetail/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/components/schemas/ErrorDetail/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate46.errors = vErrors;
    return errors === 0;
  }
  function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["WWW-Authenticate"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/Unauthorized/headers/required",keyword:"required",params:{missingProperty: "WWW-Authenticate"},message:"must have required property '"+"WWW-Authenticate"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] === undefined){
        const err1 = {instancePath,schemaPath:"#/components/responses/Unauthorized/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data["WWW-Authenticate"] !== undefined){
        let data0 = data["WWW-Authenticate"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern30.test(data0)){
            const err2 = {instancePath:instancePath+"/WWW-Authenticate",schemaPath:"#/components/headers/WwwAuthenticate/schema/pattern",keyword:"pattern",params:{pattern: "^Basic( .{1,200})?$"},message:"must match pattern \""+"^Basic( .{1,200})?$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/WWW-Authenticate",schemaPath:"#/components/headers/WwwAuthenticate/schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Request-Id"] !== undefined){
        let data1 = data["Request-Id"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern23.test(data1)){
            const err4 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        else {
          const err5 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err5];
          }
          else {
            vErrors.push(err5);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err6 = {instancePath,schemaPath:"#/components/responses/Unauthorized/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err6];
      }
      else {
        vErrors.push(err6);
      }
      errors++;
    }
    validate47.errors = vErrors;
    return errors === 0;
  }
  function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.Allow === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/MethodNotAllowed/headers/required",keyword:"required",params:{missingProperty: "Allow"},message:"must have required property '"+"Allow"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] === undefined){
        const err1 = {instancePath,schemaPath:"#/components/responses/MethodNotAllowed/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.Allow !== undefined){
        let data0 = data.Allow;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(data0.length > 64 && codePoints(data0) > 64){
            const err2 = {instancePath:instancePath+"/Allow",schemaPath:"#/components/headers/Allow/schema/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
          if(data0.length < 1){
            const err3 = {instancePath:instancePath+"/Allow",schemaPath:"#/components/headers/Allow/schema/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        else {
          const err4 = {instancePath:instancePath+"/Allow",schemaPath:"#/components/headers/Allow/schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Request-Id"] !== undefined){
        let data1 = data["Request-Id"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern23.test(data1)){
            const err5 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err7 = {instancePath,schemaPath:"#/components/responses/MethodNotAllowed/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err7];
      }
      else {
        vErrors.push(err7);
      }
      errors++;
    }
    validate48.errors = vErrors;
    return errors === 0;
  }
  function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/TooManyRequests/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Retry-After"] !== undefined){
        let data0 = data["Retry-After"];
        const _errs1 = errors;
        const _errs2 = errors;
        if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
          const err1 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
        const _errs3 = errors;
        if(typeof data0 == "number"){
          if(data0 > 86400 || isNaN(data0)){
            const err2 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
          if(data0 < 0 || isNaN(data0)){
            const err3 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data.RateLimit !== undefined){
        let data1 = data.RateLimit;
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(data1.length > 128 && codePoints(data1) > 128){
            const err4 = {instancePath:instancePath+"/RateLimit",schemaPath:"#/components/headers/RateLimit/schema/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
          if(data1.length < 1){
            const err5 = {instancePath:instancePath+"/RateLimit",schemaPath:"#/components/headers/RateLimit/schema/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/RateLimit",schemaPath:"#/components/headers/RateLimit/schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
      if(data["RateLimit-Policy"] !== undefined){
        let data2 = data["RateLimit-Policy"];
        const _errs7 = errors;
        const _errs8 = errors;
        const _errs9 = errors;
        if(typeof data2 === "string"){
          if(data2.length > 128 && codePoints(data2) > 128){
            const err7 = {instancePath:instancePath+"/RateLimit-Policy",schemaPath:"#/components/headers/RateLimitPolicy/schema/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
          if(data2.length < 1){
            const err8 = {instancePath:instancePath+"/RateLimit-Policy",schemaPath:"#/components/headers/RateLimitPolicy/schema/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err8];
            }
            else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        else {
          const err9 = {instancePath:instancePath+"/RateLimit-Policy",schemaPath:"#/components/headers/RateLimitPolicy/schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err9];
          }
          else {
            vErrors.push(err9);
          }
          errors++;
        }
        var valid3 = _errs8 === errors;
        var valid0 = _errs7 === errors;
      }
      if(data["Request-Id"] !== undefined){
        let data3 = data["Request-Id"];
        const _errs10 = errors;
        const _errs11 = errors;
        const _errs12 = errors;
        if(typeof data3 === "string"){
          if(!pattern23.test(data3)){
            const err10 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err10];
            }
            else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        else {
          const err11 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err11];
          }
          else {
            vErrors.push(err11);
          }
          errors++;
        }
        var valid4 = _errs11 === errors;
        var valid0 = _errs10 === errors;
      }
    }
    else {
      const err12 = {instancePath,schemaPath:"#/components/responses/TooManyRequests/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err12];
      }
      else {
        vErrors.push(err12);
      }
      errors++;
    }
    validate49.errors = vErrors;
    return errors === 0;
  }
  function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/RequestHeaderFieldsTooLarge/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/RequestHeaderFieldsTooLarge/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate50.errors = vErrors;
    return errors === 0;
  }
  function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/InternalServerError/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/InternalServerError/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate51.errors = vErrors;
    return errors === 0;
  }
  function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/ServiceUnavailable/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Retry-After"] !== undefined){
        let data0 = data["Retry-After"];
        const _errs1 = errors;
        const _errs2 = errors;
        if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
          const err1 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
        const _errs3 = errors;
        if(typeof data0 == "number"){
          if(data0 > 86400 || isNaN(data0)){
            const err2 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
          if(data0 < 0 || isNaN(data0)){
            const err3 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Request-Id"] !== undefined){
        let data1 = data["Request-Id"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern23.test(data1)){
            const err4 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        else {
          const err5 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err5];
          }
          else {
            vErrors.push(err5);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err6 = {instancePath,schemaPath:"#/components/responses/ServiceUnavailable/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err6];
      }
      else {
        vErrors.push(err6);
      }
      errors++;
    }
    validate52.errors = vErrors;
    return errors === 0;
  }
  function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data == "number"){
    }
    if(typeof data === "string"){
      if(data.length > 2048 && codePoints(data) > 2048){
        const err0 = {instancePath,schemaPath:"#/components/schemas/Location/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(!(formats34(data))){
        const err1 = {instancePath,schemaPath:"#/components/schemas/Location/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    else {
      const err2 = {instancePath,schemaPath:"#/components/schemas/Location/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err2];
      }
      else {
        vErrors.push(err2);
      }
      errors++;
    }
    validate53.errors = vErrors;
    return errors === 0;
  }
  function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.Location === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/OperationAccepted/headers/required",keyword:"required",params:{missingProperty: "Location"},message:"must have required property '"+"Location"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Operation-Id"] === undefined){
        const err1 = {instancePath,schemaPath:"#/components/responses/OperationAccepted/headers/required",keyword:"required",params:{missingProperty: "Operation-Id"},message:"must have required property '"+"Operation-Id"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data["Operation-Location"] === undefined){
        const err2 = {instancePath,schemaPath:"#/components/responses/OperationAccepted/headers/required",keyword:"required",params:{missingProperty: "Operation-Location"},message:"must have required property '"+"Operation-Location"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data["Request-Id"] === undefined){
        const err3 = {instancePath,schemaPath:"#/components/responses/OperationAccepted/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err3];
        }
        else {
          vErrors.push(err3);
        }
        errors++;
      }
      if(data.Location !== undefined){
        let data0 = data.Location;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 == "number"){
        }
        if(typeof data0 === "string"){
          if(data0.length > 2048 && codePoints(data0) > 2048){
            const err4 = {instancePath:instancePath+"/Location",schemaPath:"#/components/schemas/Location/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
          if(!(formats34(data0))){
            const err5 = {instancePath:instancePath+"/Location",schemaPath:"#/components/schemas/Location/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/Location",schemaPath:"#/components/schemas/Location/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Operation-Id"] !== undefined){
        let data1 = data["Operation-Id"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern0.test(data1)){
            const err7 = {instancePath:instancePath+"/Operation-Id",schemaPath:"#/components/schemas/OperationId/pattern",keyword:"pattern",params:{pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        else {
          const err8 = {instancePath:instancePath+"/Operation-Id",schemaPath:"#/components/schemas/OperationId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
      if(data["Operation-Location"] !== undefined){
        let data2 = data["Operation-Location"];
        const _errs7 = errors;
        const _errs8 = errors;
        const _errs9 = errors;
        if(typeof data2 == "number"){
        }
        if(typeof data2 === "string"){
          if(data2.length > 2048 && codePoints(data2) > 2048){
            const err9 = {instancePath:instancePath+"/Operation-Location",schemaPath:"#/components/schemas/Location/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err9];
            }
            else {
              vErrors.push(err9);
            }
            errors++;
          }
          if(!(formats34(data2))){
            const err10 = {instancePath:instancePath+"/Operation-Location",schemaPath:"#/components/schemas/Location/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""};
            if(vErrors === null){
              vErrors = [err10];
            }
            else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        else {
          const err11 = {instancePath:instancePath+"/Operation-Location",schemaPath:"#/components/schemas/Location/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err11];
          }
          else {
            vErrors.push(err11);
          }
          errors++;
        }
        var valid3 = _errs8 === errors;
        var valid0 = _errs7 === errors;
      }
      if(data["Request-Id"] !== undefined){
        let data3 = data["Request-Id"];
        const _errs10 = errors;
        const _errs11 = errors;
        const _errs12 = errors;
        if(typeof data3 === "string"){
          if(!pattern23.test(data3)){
            const err12 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err12];
            }
            else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        else {
          const err13 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err13];
          }
          else {
            vErrors.push(err13);
          }
          errors++;
        }
        var valid4 = _errs11 === errors;
        var valid0 = _errs10 === errors;
      }
    }
    else {
      const err14 = {instancePath,schemaPath:"#/components/responses/OperationAccepted/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err14];
      }
      else {
        vErrors.push(err14);
      }
      errors++;
    }
    validate54.errors = vErrors;
    return errors === 0;
  }
  function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.operationId === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/OperationAccepted/required",keyword:"required",params:{missingProperty: "operationId"},message:"must have required property '"+"operationId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.operationLocation === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/OperationAccepted/required",keyword:"required",params:{missingProperty: "operationLocation"},message:"must have required property '"+"operationLocation"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.operationId !== undefined){
        let data0 = data.operationId;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern0.test(data0)){
            const err2 = {instancePath:instancePath+"/operationId",schemaPath:"#/components/schemas/OperationId/pattern",keyword:"pattern",params:{pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/operationId",schemaPath:"#/components/schemas/OperationId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data.operationLocation !== undefined){
        let data1 = data.operationLocation;
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 == "number"){
        }
        if(typeof data1 === "string"){
          if(data1.length > 2048 && codePoints(data1) > 2048){
            const err4 = {instancePath:instancePath+"/operationLocation",schemaPath:"#/components/schemas/Location/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
          if(!(formats34(data1))){
            const err5 = {instancePath:instancePath+"/operationLocation",schemaPath:"#/components/schemas/Location/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/operationLocation",schemaPath:"#/components/schemas/Location/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err7 = {instancePath,schemaPath:"#/components/schemas/OperationAccepted/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err7];
      }
      else {
        vErrors.push(err7);
      }
      errors++;
    }
    validate55.errors = vErrors;
    return errors === 0;
  }
  function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/RequestTimeout/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/RequestTimeout/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate56.errors = vErrors;
    return errors === 0;
  }
  function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/Conflict/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Retry-After"] !== undefined){
        let data0 = data["Retry-After"];
        const _errs1 = errors;
        const _errs2 = errors;
        if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
          const err1 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err1];
          }
          else {
            vErrors.push(err1);
          }
          errors++;
        }
        const _errs3 = errors;
        if(typeof data0 == "number"){
          if(data0 > 86400 || isNaN(data0)){
            const err2 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
          if(data0 < 0 || isNaN(data0)){
            const err3 = {instancePath:instancePath+"/Retry-After",schemaPath:"#/components/headers/RetryAfter/schema/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
            if(vErrors === null){
              vErrors = [err3];
            }
            else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Request-Id"] !== undefined){
        let data1 = data["Request-Id"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern23.test(data1)){
            const err4 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        else {
          const err5 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err5];
          }
          else {
            vErrors.push(err5);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err6 = {instancePath,schemaPath:"#/components/responses/Conflict/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err6];
      }
      else {
        vErrors.push(err6);
      }
      errors++;
    }
    validate57.errors = vErrors;
    return errors === 0;
  }
  function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/PreconditionFailed/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/PreconditionFailed/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate58.errors = vErrors;
    return errors === 0;
  }
  function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/ContentTooLarge/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/ContentTooLarge/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate59.errors = vErrors;
    return errors === 0;
  }
  function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/UnsupportedMediaType/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/UnsupportedMediaType/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate60.errors = vErrors;
    return errors === 0;
  }
  function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/UnprocessableContent/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/UnprocessableContent/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate61.errors = vErrors;
    return errors === 0;
  }
  function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations/get/responses/200/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations/get/responses/200/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate62.errors = vErrors;
    return errors === 0;
  }
  function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.operations === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationList/required",keyword:"required",params:{missingProperty: "operations"},message:"must have required property '"+"operations"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.pagination === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationList/required",keyword:"required",params:{missingProperty: "pagination"},message:"must have required property '"+"pagination"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.operations !== undefined){
        let data0 = data.operations;
        const _errs1 = errors;
        const _errs2 = errors;
        if(Array.isArray(data0)){
          let valid2 = true;
          const len0 = data0.length;
          for(let i0=0; i0<len0; i0++){
            if(errors > 100){
              break;
            }
            let data1 = data0[i0];
            const _errs3 = errors;
            if(!validate64(data1)){
              vErrors = addErrors(vErrors, validate64.errors, instancePath+"/operations/" + i0);
              errors = vErrors.length;
            }
            var valid1 = _errs3 === errors;
            if(!valid1){
              valid2 = false;
            }
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/operations",schemaPath:"#/components/schemas/SenderPoolOperationList/properties/operations/type",keyword:"type",params:{type: "array"},message:"must be array"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid0 = _errs1 === errors;
      }
      if(data.pagination !== undefined){
        let data2 = data.pagination;
        const _errs4 = errors;
        if(!validate39(data2)){
          vErrors = addErrors(vErrors, validate39.errors, instancePath+"/pagination");
          errors = vErrors.length;
        }
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationList/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate63.errors = vErrors;
    return errors === 0;
  }
  function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.id === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperation/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.status === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperation/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.stats === undefined){
        const err2 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperation/required",keyword:"required",params:{missingProperty: "stats"},message:"must have required property '"+"stats"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data.createdAt === undefined){
        const err3 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperation/required",keyword:"required",params:{missingProperty: "createdAt"},message:"must have required property '"+"createdAt"+"'"};
        if(vErrors === null){
          vErrors = [err3];
        }
        else {
          vErrors.push(err3);
        }
        errors++;
      }
      if(data.updatedAt === undefined){
        const err4 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperation/required",keyword:"required",params:{missingProperty: "updatedAt"},message:"must have required property '"+"updatedAt"+"'"};
        if(vErrors === null){
          vErrors = [err4];
        }
        else {
          vErrors.push(err4);
        }
        errors++;
      }
      if(data.id !== undefined){
        let data0 = data.id;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern0.test(data0)){
            const err5 = {instancePath:instancePath+"/id",schemaPath:"#/components/schemas/OperationId/pattern",keyword:"pattern",params:{pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/id",schemaPath:"#/components/schemas/OperationId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data.status !== undefined){
        let data1 = data.status;
        const _errs4 = errors;
        const _errs5 = errors;
        if(typeof data1 !== "string"){
          const err7 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderPoolOperationStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err7];
          }
          else {
            vErrors.push(err7);
          }
          errors++;
        }
        const _errs6 = errors;
        const vSchema0 = obj4;
        if(!(((data1 === "PROCESSING") || (data1 === "COMPLETED")) || (data1 === "CANCELED"))){
          const err8 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderPoolOperationStatus/enum",keyword:"enum",params:{allowedValues: obj4},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
      if(data.stats !== undefined){
        let data2 = data.stats;
        const _errs7 = errors;
        if(!validate65(data2)){
          vErrors = addErrors(vErrors, validate65.errors, instancePath+"/stats");
          errors = vErrors.length;
        }
        var valid0 = _errs7 === errors;
      }
      if(data.createdAt !== undefined){
        let data3 = data.createdAt;
        const _errs8 = errors;
        const _errs9 = errors;
        const _errs10 = errors;
        if(typeof data3 == "number"){
        }
        if(typeof data3 === "string"){
          if(!pattern26.test(data3)){
            const err9 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/pattern",keyword:"pattern",params:{pattern: "^[0-9T:.-]{19,30}Z$"},message:"must match pattern \""+"^[0-9T:.-]{19,30}Z$"+"\""};
            if(vErrors === null){
              vErrors = [err9];
            }
            else {
              vErrors.push(err9);
            }
            errors++;
          }
          if(!(formats0(data3))){
            const err10 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err10];
            }
            else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        else {
          const err11 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err11];
          }
          else {
            vErrors.push(err11);
          }
          errors++;
        }
        var valid3 = _errs9 === errors;
        var valid0 = _errs8 === errors;
      }
      if(data.updatedAt !== undefined){
        let data4 = data.updatedAt;
        const _errs11 = errors;
        const _errs12 = errors;
        const _errs13 = errors;
        if(typeof data4 == "number"){
        }
        if(typeof data4 === "string"){
          if(!pattern26.test(data4)){
            const err12 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/pattern",keyword:"pattern",params:{pattern: "^[0-9T:.-]{19,30}Z$"},message:"must match pattern \""+"^[0-9T:.-]{19,30}Z$"+"\""};
            if(vErrors === null){
              vErrors = [err12];
            }
            else {
              vErrors.push(err12);
            }
            errors++;
          }
          if(!(formats0(data4))){
            const err13 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err13];
            }
            else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        else {
          const err14 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err14];
          }
          else {
            vErrors.push(err14);
          }
          errors++;
        }
        var valid4 = _errs12 === errors;
        var valid0 = _errs11 === errors;
      }
    }
    else {
      const err15 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperation/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err15];
      }
      else {
        vErrors.push(err15);
      }
      errors++;
    }
    validate64.errors = vErrors;
    return errors === 0;
  }
  function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.total === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationStats/required",keyword:"required",params:{missingProperty: "total"},message:"must have required property '"+"total"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.queued === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationStats/required",keyword:"required",params:{missingProperty: "queued"},message:"must have required property '"+"queued"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.created === undefined){
        const err2 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationStats/required",keyword:"required",params:{missingProperty: "created"},message:"must have required property '"+"created"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data.failed === undefined){
        const err3 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationStats/required",keyword:"required",params:{missingProperty: "failed"},message:"must have required property '"+"failed"+"'"};
        if(vErrors === null){
          vErrors = [err3];
        }
        else {
          vErrors.push(err3);
        }
        errors++;
      }
      if(data.total !== undefined){
        let data0 = data.total;
        const _errs1 = errors;
        if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
          const err4 = {instancePath:instancePath+"/total",schemaPath:"#/components/schemas/SenderPoolOperationStats/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err4];
          }
          else {
            vErrors.push(err4);
          }
          errors++;
        }
        const _errs2 = errors;
        if(typeof data0 == "number"){
          if(data0 < 0 || isNaN(data0)){
            const err5 = {instancePath:instancePath+"/total",schemaPath:"#/components/schemas/SenderPoolOperationStats/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        var valid0 = _errs1 === errors;
      }
      if(data.queued !== undefined){
        let data1 = data.queued;
        const _errs3 = errors;
        if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
          const err6 = {instancePath:instancePath+"/queued",schemaPath:"#/components/schemas/SenderPoolOperationStats/properties/queued/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        const _errs4 = errors;
        if(typeof data1 == "number"){
          if(data1 < 0 || isNaN(data1)){
            const err7 = {instancePath:instancePath+"/queued",schemaPath:"#/components/schemas/SenderPoolOperationStats/properties/queued/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        var valid0 = _errs3 === errors;
      }
      if(data.created !== undefined){
        let data2 = data.created;
        const _errs5 = errors;
        if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
          const err8 = {instancePath:instancePath+"/created",schemaPath:"#/components/schemas/SenderPoolOperationStats/properties/created/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        const _errs6 = errors;
        if(typeof data2 == "number"){
          if(data2 < 0 || isNaN(data2)){
            const err9 = {instancePath:instancePath+"/created",schemaPath:"#/components/schemas/SenderPoolOperationStats/properties/created/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
            if(vErrors === null){
              vErrors = [err9];
            }
            else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        var valid0 = _errs5 === errors;
      }
      if(data.failed !== undefined){
        let data3 = data.failed;
        const _errs7 = errors;
        if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
          const err10 = {instancePath:instancePath+"/failed",schemaPath:"#/components/schemas/SenderPoolOperationStats/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
          if(vErrors === null){
            vErrors = [err10];
          }
          else {
            vErrors.push(err10);
          }
          errors++;
        }
        const _errs8 = errors;
        if(typeof data3 == "number"){
          if(data3 < 0 || isNaN(data3)){
            const err11 = {instancePath:instancePath+"/failed",schemaPath:"#/components/schemas/SenderPoolOperationStats/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
            if(vErrors === null){
              vErrors = [err11];
            }
            else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        var valid0 = _errs7 === errors;
      }
    }
    else {
      const err12 = {instancePath,schemaPath:"#/components/schemas/SenderPoolOperationStats/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err12];
      }
      else {
        vErrors.push(err12);
      }
      errors++;
    }
    validate65.errors = vErrors;
    return errors === 0;
  }
  function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations~1%7BoperationId%7D/get/responses/200/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/paths/~1SenderPools~1Operations~1%7BoperationId%7D/get/responses/200/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate66.errors = vErrors;
    return errors === 0;
  }
  function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/NotFound/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/responses/NotFound/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate67.errors = vErrors;
    return errors === 0;
  }
  function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(typeof data === "string"){
      if(!pattern52.test(data)){
        const err0 = {instancePath,schemaPath:"#/components/schemas/EntityTag/pattern",keyword:"pattern",params:{pattern: "^\"[!#-~]{1,64}\"$"},message:"must match pattern \""+"^\"[!#-~]{1,64}\"$"+"\""};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    else {
      const err1 = {instancePath,schemaPath:"#/components/schemas/EntityTag/type",keyword:"type",params:{type: "string"},message:"must be string"};
      if(vErrors === null){
        vErrors = [err1];
      }
      else {
        vErrors.push(err1);
      }
      errors++;
    }
    validate68.errors = vErrors;
    return errors === 0;
  }
  function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.ETag === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/get/responses/200/headers/required",keyword:"required",params:{missingProperty: "ETag"},message:"must have required property '"+"ETag"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] === undefined){
        const err1 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/get/responses/200/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.ETag !== undefined){
        let data0 = data.ETag;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern52.test(data0)){
            const err2 = {instancePath:instancePath+"/ETag",schemaPath:"#/components/schemas/EntityTag/pattern",keyword:"pattern",params:{pattern: "^\"[!#-~]{1,64}\"$"},message:"must match pattern \""+"^\"[!#-~]{1,64}\"$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/ETag",schemaPath:"#/components/schemas/EntityTag/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Request-Id"] !== undefined){
        let data1 = data["Request-Id"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern23.test(data1)){
            const err4 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        else {
          const err5 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err5];
          }
          else {
            vErrors.push(err5);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err6 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D/get/responses/200/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err6];
      }
      else {
        vErrors.push(err6);
      }
      errors++;
    }
    validate69.errors = vErrors;
    return errors === 0;
  }
  function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.Location === undefined){
        const err0 = {instancePath,schemaPath:"#/components/responses/ResourceAccepted/headers/required",keyword:"required",params:{missingProperty: "Location"},message:"must have required property '"+"Location"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Resource-Id"] === undefined){
        const err1 = {instancePath,schemaPath:"#/components/responses/ResourceAccepted/headers/required",keyword:"required",params:{missingProperty: "Resource-Id"},message:"must have required property '"+"Resource-Id"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data["Resource-Location"] === undefined){
        const err2 = {instancePath,schemaPath:"#/components/responses/ResourceAccepted/headers/required",keyword:"required",params:{missingProperty: "Resource-Location"},message:"must have required property '"+"Resource-Location"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data["Request-Id"] === undefined){
        const err3 = {instancePath,schemaPath:"#/components/responses/ResourceAccepted/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err3];
        }
        else {
          vErrors.push(err3);
        }
        errors++;
      }
      if(data.Location !== undefined){
        let data0 = data.Location;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 == "number"){
        }
        if(typeof data0 === "string"){
          if(data0.length > 2048 && codePoints(data0) > 2048){
            const err4 = {instancePath:instancePath+"/Location",schemaPath:"#/components/schemas/Location/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
          if(!(formats34(data0))){
            const err5 = {instancePath:instancePath+"/Location",schemaPath:"#/components/schemas/Location/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/Location",schemaPath:"#/components/schemas/Location/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data["Resource-Id"] !== undefined){
        let data1 = data["Resource-Id"];
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 === "string"){
          if(!pattern7.test(data1)){
            const err7 = {instancePath:instancePath+"/Resource-Id",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err7];
            }
            else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        else {
          const err8 = {instancePath:instancePath+"/Resource-Id",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err8];
          }
          else {
            vErrors.push(err8);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
      if(data["Resource-Location"] !== undefined){
        let data2 = data["Resource-Location"];
        const _errs7 = errors;
        const _errs8 = errors;
        const _errs9 = errors;
        if(typeof data2 == "number"){
        }
        if(typeof data2 === "string"){
          if(data2.length > 2048 && codePoints(data2) > 2048){
            const err9 = {instancePath:instancePath+"/Resource-Location",schemaPath:"#/components/schemas/Location/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err9];
            }
            else {
              vErrors.push(err9);
            }
            errors++;
          }
          if(!(formats34(data2))){
            const err10 = {instancePath:instancePath+"/Resource-Location",schemaPath:"#/components/schemas/Location/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""};
            if(vErrors === null){
              vErrors = [err10];
            }
            else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        else {
          const err11 = {instancePath:instancePath+"/Resource-Location",schemaPath:"#/components/schemas/Location/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err11];
          }
          else {
            vErrors.push(err11);
          }
          errors++;
        }
        var valid3 = _errs8 === errors;
        var valid0 = _errs7 === errors;
      }
      if(data["Request-Id"] !== undefined){
        let data3 = data["Request-Id"];
        const _errs10 = errors;
        const _errs11 = errors;
        const _errs12 = errors;
        if(typeof data3 === "string"){
          if(!pattern23.test(data3)){
            const err12 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err12];
            }
            else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        else {
          const err13 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err13];
          }
          else {
            vErrors.push(err13);
          }
          errors++;
        }
        var valid4 = _errs11 === errors;
        var valid0 = _errs10 === errors;
      }
    }
    else {
      const err14 = {instancePath,schemaPath:"#/components/responses/ResourceAccepted/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err14];
      }
      else {
        vErrors.push(err14);
      }
      errors++;
    }
    validate70.errors = vErrors;
    return errors === 0;
  }
  function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.resourceId === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/ResourceAccepted/required",keyword:"required",params:{missingProperty: "resourceId"},message:"must have required property '"+"resourceId"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.resourceLocation === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/ResourceAccepted/required",keyword:"required",params:{missingProperty: "resourceLocation"},message:"must have required property '"+"resourceLocation"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.resourceId !== undefined){
        let data0 = data.resourceId;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern7.test(data0)){
            const err2 = {instancePath:instancePath+"/resourceId",schemaPath:"#/components/schemas/SenderPoolId/pattern",keyword:"pattern",params:{pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err2];
            }
            else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        else {
          const err3 = {instancePath:instancePath+"/resourceId",schemaPath:"#/components/schemas/SenderPoolId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err3];
          }
          else {
            vErrors.push(err3);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data.resourceLocation !== undefined){
        let data1 = data.resourceLocation;
        const _errs4 = errors;
        const _errs5 = errors;
        const _errs6 = errors;
        if(typeof data1 == "number"){
        }
        if(typeof data1 === "string"){
          if(data1.length > 2048 && codePoints(data1) > 2048){
            const err4 = {instancePath:instancePath+"/resourceLocation",schemaPath:"#/components/schemas/Location/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
            if(vErrors === null){
              vErrors = [err4];
            }
            else {
              vErrors.push(err4);
            }
            errors++;
          }
          if(!(formats34(data1))){
            const err5 = {instancePath:instancePath+"/resourceLocation",schemaPath:"#/components/schemas/Location/format",keyword:"format",params:{format: "uri"},message:"must match format \""+"uri"+"\""};
            if(vErrors === null){
              vErrors = [err5];
            }
            else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        else {
          const err6 = {instancePath:instancePath+"/resourceLocation",schemaPath:"#/components/schemas/Location/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err6];
          }
          else {
            vErrors.push(err6);
          }
          errors++;
        }
        var valid2 = _errs5 === errors;
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err7 = {instancePath,schemaPath:"#/components/schemas/ResourceAccepted/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err7];
      }
      else {
        vErrors.push(err7);
      }
      errors++;
    }
    validate71.errors = vErrors;
    return errors === 0;
  }
  function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/responses/200/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/responses/200/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate72.errors = vErrors;
    return errors === 0;
  }
  function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.senders === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/SenderList/required",keyword:"required",params:{missingProperty: "senders"},message:"must have required property '"+"senders"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.pagination === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/SenderList/required",keyword:"required",params:{missingProperty: "pagination"},message:"must have required property '"+"pagination"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.senders !== undefined){
        let data0 = data.senders;
        const _errs1 = errors;
        const _errs2 = errors;
        if(Array.isArray(data0)){
          let valid2 = true;
          const len0 = data0.length;
          for(let i0=0; i0<len0; i0++){
            if(errors > 100){
              break;
            }
            let data1 = data0[i0];
            const _errs3 = errors;
            if(!validate74(data1)){
              vErrors = addErrors(vErrors, validate74.errors, instancePath+"/senders/" + i0);
              errors = vErrors.length;
            }
            var valid1 = _errs3 === errors;
            if(!valid1){
              valid2 = false;
            }
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/senders",schemaPath:"#/components/schemas/SenderList/properties/senders/type",keyword:"type",params:{type: "array"},message:"must be array"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid0 = _errs1 === errors;
      }
      if(data.pagination !== undefined){
        let data2 = data.pagination;
        const _errs4 = errors;
        if(!validate39(data2)){
          vErrors = addErrors(vErrors, validate39.errors, instancePath+"/pagination");
          errors = vErrors.length;
        }
        var valid0 = _errs4 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/components/schemas/SenderList/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate73.errors = vErrors;
    return errors === 0;
  }
  function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data.id === undefined){
        const err0 = {instancePath,schemaPath:"#/components/schemas/Sender/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data.displayName === undefined){
        const err1 = {instancePath,schemaPath:"#/components/schemas/Sender/required",keyword:"required",params:{missingProperty: "displayName"},message:"must have required property '"+"displayName"+"'"};
        if(vErrors === null){
          vErrors = [err1];
        }
        else {
          vErrors.push(err1);
        }
        errors++;
      }
      if(data.address === undefined){
        const err2 = {instancePath,schemaPath:"#/components/schemas/Sender/required",keyword:"required",params:{missingProperty: "address"},message:"must have required property '"+"address"+"'"};
        if(vErrors === null){
          vErrors = [err2];
        }
        else {
          vErrors.push(err2);
        }
        errors++;
      }
      if(data.channel === undefined){
        const err3 = {instancePath,schemaPath:"#/components/schemas/Sender/required",keyword:"required",params:{missingProperty: "channel"},message:"must have required property '"+"channel"+"'"};
        if(vErrors === null){
          vErrors = [err3];
        }
        else {
          vErrors.push(err3);
        }
        errors++;
      }
      if(data.status === undefined){
        const err4 = {instancePath,schemaPath:"#/components/schemas/Sender/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
        if(vErrors === null){
          vErrors = [err4];
        }
        else {
          vErrors.push(err4);
        }
        errors++;
      }
      if(data.tags === undefined){
        const err5 = {instancePath,schemaPath:"#/components/schemas/Sender/required",keyword:"required",params:{missingProperty: "tags"},message:"must have required property '"+"tags"+"'"};
        if(vErrors === null){
          vErrors = [err5];
        }
        else {
          vErrors.push(err5);
        }
        errors++;
      }
      if(data.createdAt === undefined){
        const err6 = {instancePath,schemaPath:"#/components/schemas/Sender/required",keyword:"required",params:{missingProperty: "createdAt"},message:"must have required property '"+"createdAt"+"'"};
        if(vErrors === null){
          vErrors = [err6];
        }
        else {
          vErrors.push(err6);
        }
        errors++;
      }
      if(data.updatedAt === undefined){
        const err7 = {instancePath,schemaPath:"#/components/schemas/Sender/required",keyword:"required",params:{missingProperty: "updatedAt"},message:"must have required property '"+"updatedAt"+"'"};
        if(vErrors === null){
          vErrors = [err7];
        }
        else {
          vErrors.push(err7);
        }
        errors++;
      }
      if(data.id !== undefined){
        let data0 = data.id;
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern4.test(data0)){
            const err8 = {instancePath:instancePath+"/id",schemaPath:"#/components/schemas/SenderId/pattern",keyword:"pattern",params:{pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"},message:"must match pattern \""+"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$"+"\""};
            if(vErrors === null){
              vErrors = [err8];
            }
            else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        else {
          const err9 = {instancePath:instancePath+"/id",schemaPath:"#/components/schemas/SenderId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err9];
          }
          else {
            vErrors.push(err9);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
      if(data.displayName !== undefined){
        let data1 = data.displayName;
        const _errs4 = errors;
        if((typeof data1 !== "string") && (data1 !== null)){
          const err10 = {instancePath:instancePath+"/displayName",schemaPath:"#/components/schemas/Sender/properties/displayName/type",keyword:"type",params:{type: schema168.properties.displayName.type},message:"must be string,null"};
          if(vErrors === null){
            vErrors = [err10];
          }
          else {
            vErrors.push(err10);
          }
          errors++;
        }
        const _errs5 = errors;
        if(typeof data1 === "string"){
          if(data1.length > 256 && codePoints(data1) > 256){
            const err11 = {instancePath:instancePath+"/displayName",schemaPath:"#/components/schemas/Sender/properties/displayName/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
            if(vErrors === null){
              vErrors = [err11];
            }
            else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        var valid0 = _errs4 === errors;
      }
      if(data.address !== undefined){
        let data2 = data.address;
        const _errs6 = errors;
        const _errs7 = errors;
        if(typeof data2 === "string"){
          if(data2.length > 320 && codePoints(data2) > 320){
            const err12 = {instancePath:instancePath+"/address",schemaPath:"#/components/schemas/Sender/properties/address/maxLength",keyword:"maxLength",params:{limit: 320},message:"must NOT have more than 320 characters"};
            if(vErrors === null){
              vErrors = [err12];
            }
            else {
              vErrors.push(err12);
            }
            errors++;
          }
          if(data2.length < 1){
            const err13 = {instancePath:instancePath+"/address",schemaPath:"#/components/schemas/Sender/properties/address/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
            if(vErrors === null){
              vErrors = [err13];
            }
            else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        else {
          const err14 = {instancePath:instancePath+"/address",schemaPath:"#/components/schemas/Sender/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err14];
          }
          else {
            vErrors.push(err14);
          }
          errors++;
        }
        var valid0 = _errs6 === errors;
      }
      if(data.channel !== undefined){
        let data3 = data.channel;
        const _errs8 = errors;
        const _errs9 = errors;
        if(typeof data3 !== "string"){
          const err15 = {instancePath:instancePath+"/channel",schemaPath:"#/components/schemas/Channel/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err15];
          }
          else {
            vErrors.push(err15);
          }
          errors++;
        }
        const _errs10 = errors;
        const vSchema0 = obj13;
        if(!(((((data3 === "SMS") || (data3 === "RCS")) || (data3 === "EMAIL")) || (data3 === "WHATSAPP")) || (data3 === "PUSH"))){
          const err16 = {instancePath:instancePath+"/channel",schemaPath:"#/components/schemas/Channel/enum",keyword:"enum",params:{allowedValues: obj13},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err16];
          }
          else {
            vErrors.push(err16);
          }
          errors++;
        }
        var valid2 = _errs9 === errors;
        var valid0 = _errs8 === errors;
      }
      if(data.status !== undefined){
        let data4 = data.status;
        const _errs11 = errors;
        const _errs12 = errors;
        if(typeof data4 !== "string"){
          const err17 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err17];
          }
          else {
            vErrors.push(err17);
          }
          errors++;
        }
        const _errs13 = errors;
        const vSchema1 = obj14;
        if(!((data4 === "ACTIVATED") || (data4 === "DEACTIVATED"))){
          const err18 = {instancePath:instancePath+"/status",schemaPath:"#/components/schemas/SenderStatus/enum",keyword:"enum",params:{allowedValues: obj14},message:"must be equal to one of the allowed values"};
          if(vErrors === null){
            vErrors = [err18];
          }
          else {
            vErrors.push(err18);
          }
          errors++;
        }
        var valid3 = _errs12 === errors;
        var valid0 = _errs11 === errors;
      }
      if(data.tags !== undefined){
        let data5 = data.tags;
        const _errs14 = errors;
        if(!validate8(data5)){
          vErrors = addErrors(vErrors, validate8.errors, instancePath+"/tags");
          errors = vErrors.length;
        }
        var valid0 = _errs14 === errors;
      }
      if(data.createdAt !== undefined){
        let data6 = data.createdAt;
        const _errs15 = errors;
        const _errs16 = errors;
        const _errs17 = errors;
        if(typeof data6 == "number"){
        }
        if(typeof data6 === "string"){
          if(!pattern26.test(data6)){
            const err19 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/pattern",keyword:"pattern",params:{pattern: "^[0-9T:.-]{19,30}Z$"},message:"must match pattern \""+"^[0-9T:.-]{19,30}Z$"+"\""};
            if(vErrors === null){
              vErrors = [err19];
            }
            else {
              vErrors.push(err19);
            }
            errors++;
          }
          if(!(formats0(data6))){
            const err20 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err20];
            }
            else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        else {
          const err21 = {instancePath:instancePath+"/createdAt",schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err21];
          }
          else {
            vErrors.push(err21);
          }
          errors++;
        }
        var valid4 = _errs16 === errors;
        var valid0 = _errs15 === errors;
      }
      if(data.updatedAt !== undefined){
        let data7 = data.updatedAt;
        const _errs18 = errors;
        const _errs19 = errors;
        const _errs20 = errors;
        if(typeof data7 == "number"){
        }
        if(typeof data7 === "string"){
          if(!pattern26.test(data7)){
            const err22 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/pattern",keyword:"pattern",params:{pattern: "^[0-9T:.-]{19,30}Z$"},message:"must match pattern \""+"^[0-9T:.-]{19,30}Z$"+"\""};
            if(vErrors === null){
              vErrors = [err22];
            }
            else {
              vErrors.push(err22);
            }
            errors++;
          }
          if(!(formats0(data7))){
            const err23 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
            if(vErrors === null){
              vErrors = [err23];
            }
            else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        else {
          const err24 = {instancePath:instancePath+"/updatedAt",schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err24];
          }
          else {
            vErrors.push(err24);
          }
          errors++;
        }
        var valid5 = _errs19 === errors;
        var valid0 = _errs18 === errors;
      }
    }
    else {
      const err25 = {instancePath,schemaPath:"#/components/schemas/Sender/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err25];
      }
      else {
        vErrors.push(err25);
      }
      errors++;
    }
    validate74.errors = vErrors;
    return errors === 0;
  }
  function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1Senders/get/responses/200/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/paths/~1Senders/get/responses/200/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate75.errors = vErrors;
    return errors === 0;
  }
  function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
    let vErrors = null;
    let errors = 0;
    const _errs0 = errors;
    if(data && typeof data == "object" && !Array.isArray(data)){
      if(data["Request-Id"] === undefined){
        const err0 = {instancePath,schemaPath:"#/paths/~1Senders~1%7BsenderId%7D/get/responses/200/headers/required",keyword:"required",params:{missingProperty: "Request-Id"},message:"must have required property '"+"Request-Id"+"'"};
        if(vErrors === null){
          vErrors = [err0];
        }
        else {
          vErrors.push(err0);
        }
        errors++;
      }
      if(data["Request-Id"] !== undefined){
        let data0 = data["Request-Id"];
        const _errs1 = errors;
        const _errs2 = errors;
        const _errs3 = errors;
        if(typeof data0 === "string"){
          if(!pattern23.test(data0)){
            const err1 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/pattern",keyword:"pattern",params:{pattern: "^[!-~]{1,128}$"},message:"must match pattern \""+"^[!-~]{1,128}$"+"\""};
            if(vErrors === null){
              vErrors = [err1];
            }
            else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        else {
          const err2 = {instancePath:instancePath+"/Request-Id",schemaPath:"#/components/schemas/RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"};
          if(vErrors === null){
            vErrors = [err2];
          }
          else {
            vErrors.push(err2);
          }
          errors++;
        }
        var valid1 = _errs2 === errors;
        var valid0 = _errs1 === errors;
      }
    }
    else {
      const err3 = {instancePath,schemaPath:"#/paths/~1Senders~1%7BsenderId%7D/get/responses/200/headers/type",keyword:"type",params:{type: "object"},message:"must be object"};
      if(vErrors === null){
        vErrors = [err3];
      }
      else {
        vErrors.push(err3);
      }
      errors++;
    }
    validate76.errors = vErrors;
    return errors === 0;
  }
  return {
    requests: {
      listSenderPools: { query: validate3 },
      createSenderPool: { headers: validate5, body: { "application/json": validate6 } },
      listSenderPoolOperations: { query: validate14 },
      fetchSenderPoolOperation: { path: validate15 },
      fetchSenderPool: { path: validate17 },
      updateSenderPool: { path: validate18, headers: validate20, body: { "application/json": validate21 } },
      deleteSenderPool: { path: validate22, headers: validate23 },
      listSenderPoolSenders: { path: validate24, query: validate27 },
      addSenderPoolSenders: { path: validate28, headers: validate29, body: { "application/json": validate30 } },
      removeSenderPoolSender: { path: validate31, headers: validate32 },
      listSenders: { query: validate33 },
      fetchSender: { path: validate34 },
    },
    responses: {
      listSenderPools: {
        "200": { headers: validate36, body: { "application/json": validate37 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      createSenderPool: {
        "202": { headers: validate54, body: { "application/json": validate55 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "408": { headers: validate56, body: { "application/problem+json": validate42 } },
        "409": { headers: validate57, body: { "application/problem+json": validate42 } },
        "412": { headers: validate58, body: { "application/problem+json": validate42 } },
        "413": { headers: validate59, body: { "application/problem+json": validate42 } },
        "415": { headers: validate60, body: { "application/problem+json": validate42 } },
        "422": { headers: validate61, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      listSenderPoolOperations: {
        "200": { headers: validate62, body: { "application/json": validate63 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      fetchSenderPoolOperation: {
        "200": { headers: validate66, body: { "application/json": validate64 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "404": { headers: validate67, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      fetchSenderPool: {
        "200": { headers: validate69, body: { "application/json": validate38 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "404": { headers: validate67, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      updateSenderPool: {
        "202": { headers: validate70, body: { "application/json": validate71 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "404": { headers: validate67, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "408": { headers: validate56, body: { "application/problem+json": validate42 } },
        "409": { headers: validate57, body: { "application/problem+json": validate42 } },
        "412": { headers: validate58, body: { "application/problem+json": validate42 } },
        "413": { headers: validate59, body: { "application/problem+json": validate42 } },
        "415": { headers: validate60, body: { "application/problem+json": validate42 } },
        "422": { headers: validate61, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      deleteSenderPool: {
        "202": { headers: validate70, body: { "application/json": validate71 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "404": { headers: validate67, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "408": { headers: validate56, body: { "application/problem+json": validate42 } },
        "409": { headers: validate57, body: { "application/problem+json": validate42 } },
        "412": { headers: validate58, body: { "application/problem+json": validate42 } },
        "413": { headers: validate59, body: { "application/problem+json": validate42 } },
        "422": { headers: validate61, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      listSenderPoolSenders: {
        "200": { headers: validate72, body: { "application/json": validate73 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "404": { headers: validate67, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      addSenderPoolSenders: {
        "202": { headers: validate54, body: { "application/json": validate55 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "404": { headers: validate67, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "408": { headers: validate56, body: { "application/problem+json": validate42 } },
        "409": { headers: validate57, body: { "application/problem+json": validate42 } },
        "412": { headers: validate58, body: { "application/problem+json": validate42 } },
        "413": { headers: validate59, body: { "application/problem+json": validate42 } },
        "415": { headers: validate60, body: { "application/problem+json": validate42 } },
        "422": { headers: validate61, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      removeSenderPoolSender: {
        "202": { headers: validate70, body: { "application/json": validate71 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "404": { headers: validate67, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "408": { headers: validate56, body: { "application/problem+json": validate42 } },
        "409": { headers: validate57, body: { "application/problem+json": validate42 } },
        "412": { headers: validate58, body: { "application/problem+json": validate42 } },
        "413": { headers: validate59, body: { "application/problem+json": validate42 } },
        "422": { headers: validate61, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      listSenders: {
        "200": { headers: validate75, body: { "application/json": validate73 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
      fetchSender: {
        "200": { headers: validate76, body: { "application/json": validate74 } },
        "400": { headers: validate41, body: { "application/problem+json": validate42 } },
        "401": { headers: validate47, body: { "application/problem+json": validate42 } },
        "404": { headers: validate67, body: { "application/problem+json": validate42 } },
        "405": { headers: validate48, body: { "application/problem+json": validate42 } },
        "429": { headers: validate49, body: { "application/problem+json": validate42 } },
        "431": { headers: validate50, body: { "application/problem+json": validate42 } },
        "500": { headers: validate51, body: { "application/problem+json": validate42 } },
        "503": { headers: validate52, body: { "application/problem+json": validate42 } },
      },
    },
    schemas: {
      SenderPoolId: validate16,
      OperationId: validate1,
      SenderId: validate10,
      Tags: validate8,
      TagKey: validate12,
      TagValue: validate11,
      Name: validate9,
      Timestamp: validate40,
      Moment: validate0,
      Location: validate53,
      IdempotencyKey: validate4,
      EntityTag: validate68,
      EntityTagCondition: validate19,
      RequestId: validate35,
      PageToken: validate2,
      Channel: validate25,
      SenderStatus: validate26,
      SenderPoolOperationStatus: validate13,
      SenderPool: validate38,
      SenderPoolList: validate37,
      CreateSenderPool: validate6,
      UpdateSenderPool: validate21,
      SenderReference: validate7,
      SenderReferenceList: validate30,
      Sender: validate74,
      SenderList: validate73,
      SenderPoolOperation: validate64,
      SenderPoolOperationStats: validate65,
      SenderPoolOperationList: validate63,
      Pagination: validate39,
      OperationAccepted: validate55,
      ResourceAccepted: validate71,
      Problem: validate42,
      ProblemError: validate43,
      BodyError: validate44,
      ParameterError: validate45,
      ErrorDetail: validate46,
    },
  };
}
