// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
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
function canonicalText(value) {
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  const members = Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1);
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join()}}`;
}
function duplicates(list) {
  const places = /* @__PURE__ */ new Map();
  let last;
  for (let i = 0; i < list.length; i += 1) {
    const item = list[i];
    const key = typeof item === "string" ? `"${item}` : typeof item === "object" ? canonicalText(item) : item;
    const j = places.get(key);
    if (j !== void 0) last = { i, j };
    places.set(key, i);
  }
  return last;
}
function duplicateScalars(list, isMeant) {
  const places = /* @__PURE__ */ new Map();
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const item = list[i];
    if (!isMeant(item)) continue;
    const j = places.get(item);
    if (j !== void 0) return { i, j };
    places.set(item, i);
  }
  return void 0;
}
const exact = 1e15;
function isMultiple(value, divisor, power) {
  const scaled = Math.round(value * power);
  const step = Math.round(divisor * power);
  if (power <= 1e22 && step < exact && Math.abs(scaled) < exact)
    return scaled / power === value && scaled % step === 0;
  return isMultipleInDigits(value, divisor);
}
function isMultipleInDigits(value, divisor) {
  if (!Number.isFinite(value) || divisor === 0) return false;
  const [digits, scale] = decimalOf(value);
  const [divisorDigits, divisorScale] = decimalOf(divisor);
  const shift = scale - divisorScale;
  return shift >= 0 ? digits * 10n ** BigInt(shift) % divisorDigits === 0n : digits % (divisorDigits * 10n ** BigInt(-shift)) === 0n;
}
function wholePower(divisor) {
  return Number(`1e${Math.max(0, -decimalOf(divisor)[1])}`);
}
function decimalOf(value) {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
function fail(errors, instancePath, schema, keyword, params, message, propertyName) {
  const error = {
    instancePath,
    schemaPath: `${schema}/${keyword}`,
    keyword,
    params,
    message
  };
  if (propertyName !== void 0) error.propertyName = propertyName;
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}
function failType(errors, instancePath, schema, type, propertyName) {
  return fail(errors, instancePath, schema, "type", { type }, `must be ${String(type)}`, propertyName);
}
function joinErrors(errors, more) {
  if (errors === null || more === null) return errors ?? more;
  for (const error of more) errors.push(error);
  return errors;
}
function escapeKey(key) {
  return key.replace(/~/g, "~0").replace(/\//g, "~1");
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
const usual = 1e3;
const usualForPart = 50;
const mostKept = 1e6;
class RepeatedWork {
  /** Number of calls so far of functions that are called from several places. */
  steps = 0;
  /** Number of steps after which `recall` is called. */
  limit = usual;
  /** Whether results are being cached. */
  keeps = false;
  #value;
  #kept = 0;
  #answers = /* @__PURE__ */ new Map();
  /** Wraps a validator so that the steps are counted from the start of a validation. */
  counted(check) {
    const validate = (value) => {
      this.#start(value);
      const isValid = check(value);
      validate.errors = check.errors ?? null;
      this.#start(void 0);
      return isValid;
    };
    return validate;
  }
  #start(value) {
    this.steps = 0;
    this.limit = usual;
    this.#value = value;
    if (this.keeps) this.#answers.clear();
    this.keeps = false;
    this.#kept = 0;
  }
  /** Returns a cached result; undefined if there is none. */
  recall(question, about) {
    if (this.keeps) return this.#answers.get(question)?.get(about);
    if (this.limit === usual) this.limit += usualForPart * partsOf(this.#value);
    else this.keeps = true;
    return void 0;
  }
  keep(question, about, answer) {
    this.#kept += 1;
    if (this.#kept > mostKept) {
      this.#answers.clear();
      this.#kept = 0;
    }
    const known = this.#answers.get(question);
    if (known === void 0) this.#answers.set(question, /* @__PURE__ */ new Map([[about, answer]]));
    else known.set(about, answer);
  }
  /**
   * Whether the result for this value is cached; if so, the validator's errors are set to the cached ones
   * (for every occurrence those of the first).
   */
  knows(check, value) {
    const known = this.recall(check, value);
    if (known === void 0) return false;
    check.errors = known === null ? null : [{ ...known }];
    return true;
  }
  /** Caches the errors of a validation. */
  keepErrors(check, value, errors) {
    const [first] = errors ?? [];
    this.keep(check, value, first === void 0 ? null : { ...first });
  }
}
function partsOf(value) {
  const open = [value];
  const met = /* @__PURE__ */ new Set();
  let count = 0;
  for (let part = open.pop(); open.length > 0 || part !== void 0; part = open.pop()) {
    count += 1;
    if (typeof part !== "object" || part === null || met.has(part)) continue;
    met.add(part);
    for (const inner of Object.values(part)) open.push(inner ?? null);
  }
  return count;
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
function withoutLetters(text) {
  return text.replace(/[\u{a1}-\u{d7ff}\u{e000}-\u{10ffff}]/gu, "a");
}
const hexGroup = "[0-9A-Fa-f]{1,4}";
const decimalByte = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const ipv4Source = `${decimalByte}(?:\\.${decimalByte}){3}`;
const lastGroups = `(?:${hexGroup}:${hexGroup}|${ipv4Source})`;
const ipv6Source = [
  `(?:${hexGroup}:){6}${lastGroups}`,
  `::(?:${hexGroup}:){5}${lastGroups}`,
  `(?:${hexGroup})?::(?:${hexGroup}:){4}${lastGroups}`,
  `(?:(?:${hexGroup}:){0,1}${hexGroup})?::(?:${hexGroup}:){3}${lastGroups}`,
  `(?:(?:${hexGroup}:){0,2}${hexGroup})?::(?:${hexGroup}:){2}${lastGroups}`,
  `(?:(?:${hexGroup}:){0,3}${hexGroup})?::${hexGroup}:${lastGroups}`,
  `(?:(?:${hexGroup}:){0,4}${hexGroup})?::${lastGroups}`,
  `(?:(?:${hexGroup}:){0,5}${hexGroup})?::${hexGroup}`,
  `(?:(?:${hexGroup}:){0,6}${hexGroup})?::`
].join("|");
const ipv4 = new RegExp(`^${ipv4Source}$`);
const ipv6 = new RegExp(`^(?:${ipv6Source})$`);
function isIpv4(text) {
  return ipv4.test(text);
}
function isIpv6(text) {
  return ipv6.test(text);
}
const scheme = "[A-Za-z][A-Za-z0-9+.-]*";
const unreserved = "A-Za-z0-9\\-._~!$&'()*+,;=";
const percent = "%[0-9A-Fa-f]{2}";
const userinfo = `(?:[${unreserved}:]|${percent})*@`;
const regName = `(?:[${unreserved}]|${percent})*`;
const character = `(?:[${unreserved}:@]|${percent})`;
const host = `(?:\\[(?:${ipv6Source}|[Vv][0-9A-Fa-f]+\\.[${unreserved}:]+)\\]|${regName})`;
const authority = `//(?:${userinfo})?${host}(?::[0-9]*)?(?:/${character}*)*`;
const absolute = `/(?:${character}+(?:/${character}*)*)?`;
const path = `${absolute}|${character}+(?:/${character}*)*`;
const relativePath = `${absolute}|(?:[${unreserved}@]|${percent})+(?:/${character}*)*`;
const rest = `(?:\\?(?:${character}|[/?])*)?(?:#(?:${character}|[/?])*)?`;
const uri = new RegExp(`^${scheme}:(?:${authority}|${path})${rest}$`);
const uriReference = new RegExp(
  `^(?:${scheme}:(?:${authority}|${path})|(?:${authority}|${relativePath})?)${rest}$`
);
const usualUri = /^https?:\/\/[\w.-]+(?::\d*)?(?:\/[\w.~-]*)*$/;
function isUri(text) {
  return usualUri.test(text) || uri.test(text);
}
function isUriReference(text) {
  return uriReference.test(text);
}
function isIri(text) {
  return uri.test(withoutLetters(text));
}
function isIriReference(text) {
  return uriReference.test(withoutLetters(text));
}

export function createValidators(customFormats) {
  if (typeof customFormats?.["liquid"] !== "function") throw new TypeError("createValidators needs the format " + "liquid");
  const formats = {
    "date-time": isDateTime,
    liquid: customFormats["liquid"],
    uri: isUri,
    "uri-reference": isUriReference,
  };
  const work = new RepeatedWork();
  const format0 = formats["date-time"];
  const regExp0 = /^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u;
  const regExp1 = /^(?:[!#-~](?:[ -~]{0,253}[!-~])?|"(?:[ !#-\[\]-~]|\\["\\]){1,255}"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:"(?:[ !#-\[\]-~]|\\["\\])*"|[!#-:<-~]+))?)*)$/u;
  const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u;
  const format1 = formats.liquid;
  const values0 = ["PROCESSING", "COMPLETED", "CANCELED"];
  const regExp3 = /^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u;
  const regExp4 = /^(?:\*|(?:W\/)?"[!#-~]*"(?:[ \t]*,[ \t]*(?:W\/)?"[!#-~]*")*)$/u;
  const values1 = ["SMS", "RCS", "EMAIL", "WHATSAPP", "PUSH"];
  const values2 = ["ACTIVATED", "DEACTIVATED"];
  const regExp5 = /^[!-~]{1,128}$/u;
  const regExp6 = /^[0-9T:.-]{19,30}Z$/u;
  const format2 = formats["uri-reference"];
  const regExp7 = /^(?:\/(?:[^~/]|~[01])*)*$/;
  const values3 = ["query", "path", "header"];
  const regExp8 = /^Basic( .{1,200})?$/u;
  const format3 = formats.uri;
  const regExp9 = /^"[!#-~]{1,64}"$/u;
  function check0(data) {
    const at = "#/components/schemas/Moment";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else if (!format0(data)) errors = fail(errors, "", at, "format", { format: "date-time" }, "must match format \"date-time\"");
    check0.errors = errors;
    return errors === null;
  }
  function check1(data) {
    const at = "#/components/schemas/OperationId";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else if (!regExp0.test(data)) errors = fail(errors, "", at, "pattern", { pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
    check1.errors = errors;
    return errors === null;
  }
  function check2(data) {
    const at = "#/components/schemas/PageToken";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else {
      if (data.length > 1024 && codePoints(data) > 1024) errors = fail(errors, "", at, "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
      if (data.length < 1) errors = fail(errors, "", at, "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
    }
    check2.errors = errors;
    return errors === null;
  }
  function check3(data) {
    const at = "#/paths/~1SenderPools/get/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "startDate" && key0 !== "endDate" && key0 !== "operationId" && key0 !== "pageToken" && key0 !== "pageSize") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.startDate;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/startDate", "#/components/schemas/Moment", "string");
        else if (!format0(value0)) errors = fail(errors, "/startDate", "#/components/schemas/Moment", "format", { format: "date-time" }, "must match format \"date-time\"");
      }
      const value1 = data.endDate;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/endDate", "#/components/schemas/Moment", "string");
        else if (!format0(value1)) errors = fail(errors, "/endDate", "#/components/schemas/Moment", "format", { format: "date-time" }, "must match format \"date-time\"");
      }
      const value2 = data.operationId;
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/operationId", "#/components/schemas/OperationId", "string");
        else if (!regExp0.test(value2)) errors = fail(errors, "/operationId", "#/components/schemas/OperationId", "pattern", { pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value3 = data.pageToken;
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/pageToken", "#/components/schemas/PageToken", "string");
        else {
          if (value3.length > 1024 && codePoints(value3) > 1024) errors = fail(errors, "/pageToken", "#/components/schemas/PageToken", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (value3.length < 1) errors = fail(errors, "/pageToken", "#/components/schemas/PageToken", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value4 = data.pageSize;
      if (value4 !== undefined) {
        if (!Number.isInteger(value4)) errors = failType(errors, "/pageSize", "#/components/parameters/PageSize/schema", "integer");
        if (Number.isFinite(value4)) {
          if (!(value4 <= 1000)) errors = fail(errors, "/pageSize", "#/components/parameters/PageSize/schema", "maximum", { comparison: "<=", limit: 1000 }, "must be <= 1000");
          if (!(value4 >= 1)) errors = fail(errors, "/pageSize", "#/components/parameters/PageSize/schema", "minimum", { comparison: ">=", limit: 1 }, "must be >= 1");
        }
      }
    }
    check3.errors = errors;
    return errors === null;
  }
  function check4(data) {
    const at = "#/components/schemas/IdempotencyKey";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else {
      if (data.length > 1024 && codePoints(data) > 1024) errors = fail(errors, "", at, "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
      if (!regExp1.test(data)) errors = fail(errors, "", at, "pattern", { pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$" }, "must match pattern \"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$\"");
    }
    check4.errors = errors;
    return errors === null;
  }
  function check5(data) {
    const at = "#/paths/~1SenderPools/post/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      const value0 = data["Idempotency-Key"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "string");
        else {
          if (value0.length > 1024 && codePoints(value0) > 1024) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (!regExp1.test(value0)) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "pattern", { pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$" }, "must match pattern \"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$\"");
        }
      }
    }
    check5.errors = errors;
    return errors === null;
  }
  function check6(data) {
    const at = "#/components/schemas/CreateSenderPool";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "name" && key0 !== "senders" && key0 !== "tags") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.name;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/name", "#/components/schemas/Name", "string");
        else if (value0.length > 256 && codePoints(value0) > 256) errors = fail(errors, "/name", "#/components/schemas/Name", "maxLength", { limit: 256 }, "must NOT have more than 256 characters");
      }
      const value1 = data.senders;
      if (value1 !== undefined) {
        if (!Array.isArray(value1)) errors = failType(errors, "/senders", at + "/properties/senders", "array");
        else {
          if (value1.length > 10000) errors = fail(errors, "/senders", at + "/properties/senders", "maxItems", { limit: 10000 }, "must NOT have more than 10000 items");
          for (let i0 = 0; i0 < value1.length; i0++) {
            if (errors !== null && errors.length > 100) break;
            const value2 = value1[i0];
            if (!check8(value2)) errors = addErrors(errors, check8.errors, "/senders/" + i0);
          }
        }
      }
      const value3 = data.tags;
      if (value3 !== undefined && !check10(value3)) errors = addErrors(errors, check10.errors, "/tags");
    }
    check6.errors = errors;
    return errors === null;
  }
  function check7(data) {
    const at = "#/components/schemas/Name";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else if (data.length > 256 && codePoints(data) > 256) errors = fail(errors, "", at, "maxLength", { limit: 256 }, "must NOT have more than 256 characters");
    check7.errors = errors;
    return errors === null;
  }
  function check8(data) {
    if (++work.steps > work.limit && work.knows(check8, data)) return check8.errors === null;
    const at = "#/components/schemas/SenderReference";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderId" }, "must have required property 'senderId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "senderId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.senderId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/senderId", "#/components/schemas/SenderId", "string");
        else if (!regExp2.test(value0)) errors = fail(errors, "/senderId", "#/components/schemas/SenderId", "pattern", { pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check8.errors = errors;
    if (work.keeps) work.keepErrors(check8, data, errors);
    return errors === null;
  }
  function check9(data) {
    const at = "#/components/schemas/SenderId";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else if (!regExp2.test(data)) errors = fail(errors, "", at, "pattern", { pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
    check9.errors = errors;
    return errors === null;
  }
  function check10(data) {
    if (++work.steps > work.limit && work.knows(check10, data)) return check10.errors === null;
    const at = "#/components/schemas/Tags";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (Object.keys(data).length > 10) errors = fail(errors, "", at, "maxProperties", { limit: 10 }, "must NOT have more than 10 properties");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        let errors0 = null;
        if (typeof key0 !== "string") errors0 = failType(errors0, "", "#/components/schemas/TagKey", "string", key0);
        else {
          if (key0.length > 128 && codePoints(key0) > 128) errors0 = fail(errors0, "", "#/components/schemas/TagKey", "maxLength", { limit: 128 }, "must NOT have more than 128 characters", key0);
          if (key0.length < 1) errors0 = fail(errors0, "", "#/components/schemas/TagKey", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters", key0);
        }
        if (errors0 !== null) {
          errors = joinErrors(errors, errors0);
          errors = fail(errors, "", at, "propertyNames", { propertyName: key0 }, "property name must be valid");
        }
      }
      for (const key1 in data) {
        if (errors !== null && errors.length > 100) break;
        const value0 = data[key1];
        if (typeof value0 !== "string") errors = failType(errors, "/" + escapeKey(key1), "#/components/schemas/TagValue", "string");
        else {
          if (value0.length > 256 && codePoints(value0) > 256) errors = fail(errors, "/" + escapeKey(key1), "#/components/schemas/TagValue", "maxLength", { limit: 256 }, "must NOT have more than 256 characters");
          if (value0.length < 1) errors = fail(errors, "/" + escapeKey(key1), "#/components/schemas/TagValue", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
          if (!format1(value0)) errors = fail(errors, "/" + escapeKey(key1), "#/components/schemas/TagValue", "format", { format: "liquid" }, "must match format \"liquid\"");
        }
      }
    }
    check10.errors = errors;
    if (work.keeps) work.keepErrors(check10, data, errors);
    return errors === null;
  }
  function check11(data) {
    const at = "#/components/schemas/TagKey";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else {
      if (data.length > 128 && codePoints(data) > 128) errors = fail(errors, "", at, "maxLength", { limit: 128 }, "must NOT have more than 128 characters");
      if (data.length < 1) errors = fail(errors, "", at, "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
    }
    check11.errors = errors;
    return errors === null;
  }
  function check12(data) {
    const at = "#/components/schemas/TagValue";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else {
      if (data.length > 256 && codePoints(data) > 256) errors = fail(errors, "", at, "maxLength", { limit: 256 }, "must NOT have more than 256 characters");
      if (data.length < 1) errors = fail(errors, "", at, "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
      if (!format1(data)) errors = fail(errors, "", at, "format", { format: "liquid" }, "must match format \"liquid\"");
    }
    check12.errors = errors;
    return errors === null;
  }
  function check13(data) {
    const at = "#/components/schemas/SenderPoolOperationStatus";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    if (data !== "PROCESSING" && data !== "COMPLETED" && data !== "CANCELED") errors = fail(errors, "", at, "enum", { allowedValues: values0 }, "must be equal to one of the allowed values");
    check13.errors = errors;
    return errors === null;
  }
  function check14(data) {
    const at = "#/paths/~1SenderPools~1Operations/get/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "startDate" && key0 !== "endDate" && key0 !== "status" && key0 !== "pageToken" && key0 !== "pageSize") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.startDate;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/startDate", "#/components/schemas/Moment", "string");
        else if (!format0(value0)) errors = fail(errors, "/startDate", "#/components/schemas/Moment", "format", { format: "date-time" }, "must match format \"date-time\"");
      }
      const value1 = data.endDate;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/endDate", "#/components/schemas/Moment", "string");
        else if (!format0(value1)) errors = fail(errors, "/endDate", "#/components/schemas/Moment", "format", { format: "date-time" }, "must match format \"date-time\"");
      }
      const value2 = data.status;
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/status", "#/components/schemas/SenderPoolOperationStatus", "string");
        if (value2 !== "PROCESSING" && value2 !== "COMPLETED" && value2 !== "CANCELED") errors = fail(errors, "/status", "#/components/schemas/SenderPoolOperationStatus", "enum", { allowedValues: values0 }, "must be equal to one of the allowed values");
      }
      const value3 = data.pageToken;
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/pageToken", "#/components/schemas/PageToken", "string");
        else {
          if (value3.length > 1024 && codePoints(value3) > 1024) errors = fail(errors, "/pageToken", "#/components/schemas/PageToken", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (value3.length < 1) errors = fail(errors, "/pageToken", "#/components/schemas/PageToken", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value4 = data.pageSize;
      if (value4 !== undefined) {
        if (!Number.isInteger(value4)) errors = failType(errors, "/pageSize", "#/components/parameters/PageSize/schema", "integer");
        if (Number.isFinite(value4)) {
          if (!(value4 <= 1000)) errors = fail(errors, "/pageSize", "#/components/parameters/PageSize/schema", "maximum", { comparison: "<=", limit: 1000 }, "must be <= 1000");
          if (!(value4 >= 1)) errors = fail(errors, "/pageSize", "#/components/parameters/PageSize/schema", "minimum", { comparison: ">=", limit: 1 }, "must be >= 1");
        }
      }
    }
    check14.errors = errors;
    return errors === null;
  }
  function check15(data) {
    const at = "#/paths/~1SenderPools~1Operations~1%7BoperationId%7D/get/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.operationId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "operationId" }, "must have required property 'operationId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "operationId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.operationId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/operationId", "#/components/schemas/OperationId", "string");
        else if (!regExp0.test(value0)) errors = fail(errors, "/operationId", "#/components/schemas/OperationId", "pattern", { pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check15.errors = errors;
    return errors === null;
  }
  function check16(data) {
    const at = "#/components/schemas/SenderPoolId";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else if (!regExp3.test(data)) errors = fail(errors, "", at, "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
    check16.errors = errors;
    return errors === null;
  }
  function check17(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D/get/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderPoolId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderPoolId" }, "must have required property 'senderPoolId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "senderPoolId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.senderPoolId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value0)) errors = fail(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check17.errors = errors;
    return errors === null;
  }
  function check18(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D/patch/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderPoolId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderPoolId" }, "must have required property 'senderPoolId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "senderPoolId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.senderPoolId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value0)) errors = fail(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check18.errors = errors;
    return errors === null;
  }
  function check19(data) {
    const at = "#/components/schemas/EntityTagCondition";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else {
      if (data.length > 1024 && codePoints(data) > 1024) errors = fail(errors, "", at, "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
      if (!regExp4.test(data)) errors = fail(errors, "", at, "pattern", { pattern: "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$" }, "must match pattern \"^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$\"");
    }
    check19.errors = errors;
    return errors === null;
  }
  function check20(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D/patch/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      const value0 = data["If-Match"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/If-Match", "#/components/schemas/EntityTagCondition", "string");
        else {
          if (value0.length > 1024 && codePoints(value0) > 1024) errors = fail(errors, "/If-Match", "#/components/schemas/EntityTagCondition", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (!regExp4.test(value0)) errors = fail(errors, "/If-Match", "#/components/schemas/EntityTagCondition", "pattern", { pattern: "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$" }, "must match pattern \"^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$\"");
        }
      }
      const value1 = data["Idempotency-Key"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "string");
        else {
          if (value1.length > 1024 && codePoints(value1) > 1024) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (!regExp1.test(value1)) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "pattern", { pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$" }, "must match pattern \"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$\"");
        }
      }
    }
    check20.errors = errors;
    return errors === null;
  }
  function check21(data) {
    const at = "#/components/schemas/UpdateSenderPool";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "name" && key0 !== "tags") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.name;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/name", "#/components/schemas/Name", "string");
        else if (value0.length > 256 && codePoints(value0) > 256) errors = fail(errors, "/name", "#/components/schemas/Name", "maxLength", { limit: 256 }, "must NOT have more than 256 characters");
      }
      const value1 = data.tags;
      if (value1 !== undefined && !check10(value1)) errors = addErrors(errors, check10.errors, "/tags");
    }
    check21.errors = errors;
    return errors === null;
  }
  function check22(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D/delete/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderPoolId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderPoolId" }, "must have required property 'senderPoolId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "senderPoolId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.senderPoolId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value0)) errors = fail(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check22.errors = errors;
    return errors === null;
  }
  function check23(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D/delete/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      const value0 = data["If-Match"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/If-Match", "#/components/schemas/EntityTagCondition", "string");
        else {
          if (value0.length > 1024 && codePoints(value0) > 1024) errors = fail(errors, "/If-Match", "#/components/schemas/EntityTagCondition", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (!regExp4.test(value0)) errors = fail(errors, "/If-Match", "#/components/schemas/EntityTagCondition", "pattern", { pattern: "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$" }, "must match pattern \"^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$\"");
        }
      }
      const value1 = data["Idempotency-Key"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "string");
        else {
          if (value1.length > 1024 && codePoints(value1) > 1024) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (!regExp1.test(value1)) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "pattern", { pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$" }, "must match pattern \"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$\"");
        }
      }
    }
    check23.errors = errors;
    return errors === null;
  }
  function check24(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderPoolId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderPoolId" }, "must have required property 'senderPoolId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "senderPoolId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.senderPoolId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value0)) errors = fail(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check24.errors = errors;
    return errors === null;
  }
  function check25(data) {
    const at = "#/components/schemas/Channel";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    if (data !== "SMS" && data !== "RCS" && data !== "EMAIL" && data !== "WHATSAPP" && data !== "PUSH") errors = fail(errors, "", at, "enum", { allowedValues: values1 }, "must be equal to one of the allowed values");
    check25.errors = errors;
    return errors === null;
  }
  function check26(data) {
    const at = "#/components/schemas/SenderStatus";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    if (data !== "ACTIVATED" && data !== "DEACTIVATED") errors = fail(errors, "", at, "enum", { allowedValues: values2 }, "must be equal to one of the allowed values");
    check26.errors = errors;
    return errors === null;
  }
  function check27(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "channel" && key0 !== "status" && key0 !== "startDate" && key0 !== "endDate" && key0 !== "pageToken" && key0 !== "pageSize") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.channel;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/channel", "#/components/schemas/Channel", "string");
        if (value0 !== "SMS" && value0 !== "RCS" && value0 !== "EMAIL" && value0 !== "WHATSAPP" && value0 !== "PUSH") errors = fail(errors, "/channel", "#/components/schemas/Channel", "enum", { allowedValues: values1 }, "must be equal to one of the allowed values");
      }
      const value1 = data.status;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/status", "#/components/schemas/SenderStatus", "string");
        if (value1 !== "ACTIVATED" && value1 !== "DEACTIVATED") errors = fail(errors, "/status", "#/components/schemas/SenderStatus", "enum", { allowedValues: values2 }, "must be equal to one of the allowed values");
      }
      const value2 = data.startDate;
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/startDate", "#/components/schemas/Moment", "string");
        else if (!format0(value2)) errors = fail(errors, "/startDate", "#/components/schemas/Moment", "format", { format: "date-time" }, "must match format \"date-time\"");
      }
      const value3 = data.endDate;
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/endDate", "#/components/schemas/Moment", "string");
        else if (!format0(value3)) errors = fail(errors, "/endDate", "#/components/schemas/Moment", "format", { format: "date-time" }, "must match format \"date-time\"");
      }
      const value4 = data.pageToken;
      if (value4 !== undefined) {
        if (typeof value4 !== "string") errors = failType(errors, "/pageToken", "#/components/schemas/PageToken", "string");
        else {
          if (value4.length > 1024 && codePoints(value4) > 1024) errors = fail(errors, "/pageToken", "#/components/schemas/PageToken", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (value4.length < 1) errors = fail(errors, "/pageToken", "#/components/schemas/PageToken", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value5 = data.pageSize;
      if (value5 !== undefined) {
        if (!Number.isInteger(value5)) errors = failType(errors, "/pageSize", "#/components/parameters/PageSize/schema", "integer");
        if (Number.isFinite(value5)) {
          if (!(value5 <= 1000)) errors = fail(errors, "/pageSize", "#/components/parameters/PageSize/schema", "maximum", { comparison: "<=", limit: 1000 }, "must be <= 1000");
          if (!(value5 >= 1)) errors = fail(errors, "/pageSize", "#/components/parameters/PageSize/schema", "minimum", { comparison: ">=", limit: 1 }, "must be >= 1");
        }
      }
    }
    check27.errors = errors;
    return errors === null;
  }
  function check28(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/post/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderPoolId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderPoolId" }, "must have required property 'senderPoolId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "senderPoolId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.senderPoolId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value0)) errors = fail(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check28.errors = errors;
    return errors === null;
  }
  function check29(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/post/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      const value0 = data["Idempotency-Key"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "string");
        else {
          if (value0.length > 1024 && codePoints(value0) > 1024) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (!regExp1.test(value0)) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "pattern", { pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$" }, "must match pattern \"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$\"");
        }
      }
    }
    check29.errors = errors;
    return errors === null;
  }
  function check30(data) {
    const at = "#/components/schemas/SenderReferenceList";
    let errors = null;
    if (!Array.isArray(data)) errors = failType(errors, "", at, "array");
    else {
      if (data.length > 1000) errors = fail(errors, "", at, "maxItems", { limit: 1000 }, "must NOT have more than 1000 items");
      if (data.length < 1) errors = fail(errors, "", at, "minItems", { limit: 1 }, "must NOT have fewer than 1 items");
      for (let i0 = 0; i0 < data.length; i0++) {
        if (errors !== null && errors.length > 100) break;
        const value0 = data[i0];
        if (!check8(value0)) errors = addErrors(errors, check8.errors, "/" + i0);
      }
    }
    check30.errors = errors;
    return errors === null;
  }
  function check31(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders~1%7BsenderId%7D/delete/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderPoolId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderPoolId" }, "must have required property 'senderPoolId'");
      if (data.senderId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderId" }, "must have required property 'senderId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "senderPoolId" && key0 !== "senderId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.senderPoolId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value0)) errors = fail(errors, "/senderPoolId", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value1 = data.senderId;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/senderId", "#/components/schemas/SenderId", "string");
        else if (!regExp2.test(value1)) errors = fail(errors, "/senderId", "#/components/schemas/SenderId", "pattern", { pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check31.errors = errors;
    return errors === null;
  }
  function check32(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders~1%7BsenderId%7D/delete/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      const value0 = data["Idempotency-Key"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "string");
        else {
          if (value0.length > 1024 && codePoints(value0) > 1024) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (!regExp1.test(value0)) errors = fail(errors, "/Idempotency-Key", "#/components/schemas/IdempotencyKey", "pattern", { pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$" }, "must match pattern \"^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$\"");
        }
      }
    }
    check32.errors = errors;
    return errors === null;
  }
  function check33(data) {
    const at = "#/paths/~1Senders/get/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "channel" && key0 !== "status" && key0 !== "startDate" && key0 !== "endDate" && key0 !== "pageToken" && key0 !== "pageSize") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.channel;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/channel", "#/components/schemas/Channel", "string");
        if (value0 !== "SMS" && value0 !== "RCS" && value0 !== "EMAIL" && value0 !== "WHATSAPP" && value0 !== "PUSH") errors = fail(errors, "/channel", "#/components/schemas/Channel", "enum", { allowedValues: values1 }, "must be equal to one of the allowed values");
      }
      const value1 = data.status;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/status", "#/components/schemas/SenderStatus", "string");
        if (value1 !== "ACTIVATED" && value1 !== "DEACTIVATED") errors = fail(errors, "/status", "#/components/schemas/SenderStatus", "enum", { allowedValues: values2 }, "must be equal to one of the allowed values");
      }
      const value2 = data.startDate;
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/startDate", "#/components/schemas/Moment", "string");
        else if (!format0(value2)) errors = fail(errors, "/startDate", "#/components/schemas/Moment", "format", { format: "date-time" }, "must match format \"date-time\"");
      }
      const value3 = data.endDate;
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/endDate", "#/components/schemas/Moment", "string");
        else if (!format0(value3)) errors = fail(errors, "/endDate", "#/components/schemas/Moment", "format", { format: "date-time" }, "must match format \"date-time\"");
      }
      const value4 = data.pageToken;
      if (value4 !== undefined) {
        if (typeof value4 !== "string") errors = failType(errors, "/pageToken", "#/components/schemas/PageToken", "string");
        else {
          if (value4.length > 1024 && codePoints(value4) > 1024) errors = fail(errors, "/pageToken", "#/components/schemas/PageToken", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (value4.length < 1) errors = fail(errors, "/pageToken", "#/components/schemas/PageToken", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value5 = data.pageSize;
      if (value5 !== undefined) {
        if (!Number.isInteger(value5)) errors = failType(errors, "/pageSize", "#/components/parameters/PageSize/schema", "integer");
        if (Number.isFinite(value5)) {
          if (!(value5 <= 1000)) errors = fail(errors, "/pageSize", "#/components/parameters/PageSize/schema", "maximum", { comparison: "<=", limit: 1000 }, "must be <= 1000");
          if (!(value5 >= 1)) errors = fail(errors, "/pageSize", "#/components/parameters/PageSize/schema", "minimum", { comparison: ">=", limit: 1 }, "must be >= 1");
        }
      }
    }
    check33.errors = errors;
    return errors === null;
  }
  function check34(data) {
    const at = "#/paths/~1Senders~1%7BsenderId%7D/get/parameters";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderId" }, "must have required property 'senderId'");
      for (const key0 in data) {
        if (errors !== null && errors.length > 100) break;
        if (key0 !== "senderId") {
          errors = fail(errors, "", at, "additionalProperties", { additionalProperty: key0 }, "must NOT have additional properties");
        }
      }
      const value0 = data.senderId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/senderId", "#/components/schemas/SenderId", "string");
        else if (!regExp2.test(value0)) errors = fail(errors, "/senderId", "#/components/schemas/SenderId", "pattern", { pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
    }
    check34.errors = errors;
    return errors === null;
  }
  function check35(data) {
    const at = "#/components/schemas/RequestId";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else if (!regExp5.test(data)) errors = fail(errors, "", at, "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
    check35.errors = errors;
    return errors === null;
  }
  function check36(data) {
    const at = "#/paths/~1SenderPools/get/responses/200/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check36.errors = errors;
    return errors === null;
  }
  function check37(data) {
    const at = "#/components/schemas/SenderPoolList";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senderPools === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senderPools" }, "must have required property 'senderPools'");
      if (data.pagination === undefined) errors = fail(errors, "", at, "required", { missingProperty: "pagination" }, "must have required property 'pagination'");
      const value0 = data.senderPools;
      if (value0 !== undefined) {
        if (!Array.isArray(value0)) errors = failType(errors, "/senderPools", at + "/properties/senderPools", "array");
        else {
          for (let i0 = 0; i0 < value0.length; i0++) {
            if (errors !== null && errors.length > 100) break;
            const value1 = value0[i0];
            if (!check38(value1)) errors = addErrors(errors, check38.errors, "/senderPools/" + i0);
          }
        }
      }
      const value2 = data.pagination;
      if (value2 !== undefined && !check40(value2)) errors = addErrors(errors, check40.errors, "/pagination");
    }
    check37.errors = errors;
    return errors === null;
  }
  function check38(data) {
    const at = "#/components/schemas/SenderPool";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.id === undefined) errors = fail(errors, "", at, "required", { missingProperty: "id" }, "must have required property 'id'");
      if (data.name === undefined) errors = fail(errors, "", at, "required", { missingProperty: "name" }, "must have required property 'name'");
      if (data.tags === undefined) errors = fail(errors, "", at, "required", { missingProperty: "tags" }, "must have required property 'tags'");
      if (data.createdAt === undefined) errors = fail(errors, "", at, "required", { missingProperty: "createdAt" }, "must have required property 'createdAt'");
      if (data.updatedAt === undefined) errors = fail(errors, "", at, "required", { missingProperty: "updatedAt" }, "must have required property 'updatedAt'");
      const value0 = data.id;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/id", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value0)) errors = fail(errors, "/id", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value1 = data.name;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/name", "#/components/schemas/Name", "string");
        else if (value1.length > 256 && codePoints(value1) > 256) errors = fail(errors, "/name", "#/components/schemas/Name", "maxLength", { limit: 256 }, "must NOT have more than 256 characters");
      }
      const value2 = data.tags;
      if (value2 !== undefined && !check10(value2)) errors = addErrors(errors, check10.errors, "/tags");
      const value3 = data.createdAt;
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/createdAt", "#/components/schemas/Timestamp", "string");
        else {
          if (!regExp6.test(value3)) errors = fail(errors, "/createdAt", "#/components/schemas/Timestamp", "pattern", { pattern: "^[0-9T:.-]{19,30}Z$" }, "must match pattern \"^[0-9T:.-]{19,30}Z$\"");
          if (!format0(value3)) errors = fail(errors, "/createdAt", "#/components/schemas/Timestamp", "format", { format: "date-time" }, "must match format \"date-time\"");
        }
      }
      const value4 = data.updatedAt;
      if (value4 !== undefined) {
        if (typeof value4 !== "string") errors = failType(errors, "/updatedAt", "#/components/schemas/Timestamp", "string");
        else {
          if (!regExp6.test(value4)) errors = fail(errors, "/updatedAt", "#/components/schemas/Timestamp", "pattern", { pattern: "^[0-9T:.-]{19,30}Z$" }, "must match pattern \"^[0-9T:.-]{19,30}Z$\"");
          if (!format0(value4)) errors = fail(errors, "/updatedAt", "#/components/schemas/Timestamp", "format", { format: "date-time" }, "must match format \"date-time\"");
        }
      }
    }
    check38.errors = errors;
    return errors === null;
  }
  function check39(data) {
    const at = "#/components/schemas/Timestamp";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else {
      if (!regExp6.test(data)) errors = fail(errors, "", at, "pattern", { pattern: "^[0-9T:.-]{19,30}Z$" }, "must match pattern \"^[0-9T:.-]{19,30}Z$\"");
      if (!format0(data)) errors = fail(errors, "", at, "format", { format: "date-time" }, "must match format \"date-time\"");
    }
    check39.errors = errors;
    return errors === null;
  }
  function check40(data) {
    if (++work.steps > work.limit && work.knows(check40, data)) return check40.errors === null;
    const at = "#/components/schemas/Pagination";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.next === undefined) errors = fail(errors, "", at, "required", { missingProperty: "next" }, "must have required property 'next'");
      if (data.self === undefined) errors = fail(errors, "", at, "required", { missingProperty: "self" }, "must have required property 'self'");
      const value0 = data.next;
      if (value0 !== undefined) {
        let errors0 = null;
        if (typeof value0 !== "string") errors0 = failType(errors0, "/next", "#/components/schemas/PageToken", "string");
        else {
          if (value0.length > 1024 && codePoints(value0) > 1024) errors0 = fail(errors0, "/next", "#/components/schemas/PageToken", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (value0.length < 1) errors0 = fail(errors0, "/next", "#/components/schemas/PageToken", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
        if (errors0 !== null) {
          let errors1 = null;
          if (value0 !== null) errors1 = failType(errors1, "/next", at + "/properties/next/anyOf/1", "null");
          if (errors1 !== null) {
            errors = joinErrors(errors, errors0);
            errors = joinErrors(errors, errors1);
            errors = fail(errors, "/next", at + "/properties/next", "anyOf", {}, "must match a schema in anyOf");
          }
        }
      }
      const value1 = data.self;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/self", "#/components/schemas/PageToken", "string");
        else {
          if (value1.length > 1024 && codePoints(value1) > 1024) errors = fail(errors, "/self", "#/components/schemas/PageToken", "maxLength", { limit: 1024 }, "must NOT have more than 1024 characters");
          if (value1.length < 1) errors = fail(errors, "/self", "#/components/schemas/PageToken", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
    }
    check40.errors = errors;
    if (work.keeps) work.keepErrors(check40, data, errors);
    return errors === null;
  }
  function check41(data) {
    const at = "#/components/responses/BadRequest/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check41.errors = errors;
    return errors === null;
  }
  function check42(data) {
    const at = "#/components/schemas/Problem";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.type === undefined) errors = fail(errors, "", at, "required", { missingProperty: "type" }, "must have required property 'type'");
      if (data.title === undefined) errors = fail(errors, "", at, "required", { missingProperty: "title" }, "must have required property 'title'");
      if (data.status === undefined) errors = fail(errors, "", at, "required", { missingProperty: "status" }, "must have required property 'status'");
      if (data.detail === undefined) errors = fail(errors, "", at, "required", { missingProperty: "detail" }, "must have required property 'detail'");
      if (data.instance === undefined) errors = fail(errors, "", at, "required", { missingProperty: "instance" }, "must have required property 'instance'");
      if (data.code === undefined) errors = fail(errors, "", at, "required", { missingProperty: "code" }, "must have required property 'code'");
      const value0 = data.type;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/type", at + "/properties/type", "string");
        else {
          if (value0.length > 255 && codePoints(value0) > 255) errors = fail(errors, "/type", at + "/properties/type", "maxLength", { limit: 255 }, "must NOT have more than 255 characters");
          if (!format2(value0)) errors = fail(errors, "/type", at + "/properties/type", "format", { format: "uri-reference" }, "must match format \"uri-reference\"");
        }
      }
      const value1 = data.title;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/title", at + "/properties/title", "string");
        else {
          if (value1.length > 255 && codePoints(value1) > 255) errors = fail(errors, "/title", at + "/properties/title", "maxLength", { limit: 255 }, "must NOT have more than 255 characters");
          if (value1.length < 1) errors = fail(errors, "/title", at + "/properties/title", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value2 = data.status;
      if (value2 !== undefined) {
        if (!Number.isInteger(value2)) errors = failType(errors, "/status", at + "/properties/status", "integer");
        if (Number.isFinite(value2)) {
          if (!(value2 <= 599)) errors = fail(errors, "/status", at + "/properties/status", "maximum", { comparison: "<=", limit: 599 }, "must be <= 599");
          if (!(value2 >= 400)) errors = fail(errors, "/status", at + "/properties/status", "minimum", { comparison: ">=", limit: 400 }, "must be >= 400");
        }
      }
      const value3 = data.detail;
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/detail", at + "/properties/detail", "string");
        else {
          if (value3.length > 2048 && codePoints(value3) > 2048) errors = fail(errors, "/detail", at + "/properties/detail", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (value3.length < 1) errors = fail(errors, "/detail", at + "/properties/detail", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value4 = data.instance;
      if (value4 !== undefined) {
        if (typeof value4 !== "string") errors = failType(errors, "/instance", at + "/properties/instance", "string");
        else {
          if (value4.length > 255 && codePoints(value4) > 255) errors = fail(errors, "/instance", at + "/properties/instance", "maxLength", { limit: 255 }, "must NOT have more than 255 characters");
          if (!format2(value4)) errors = fail(errors, "/instance", at + "/properties/instance", "format", { format: "uri-reference" }, "must match format \"uri-reference\"");
        }
      }
      const value5 = data.code;
      if (value5 !== undefined) {
        if (!Number.isInteger(value5)) errors = failType(errors, "/code", at + "/properties/code", "integer");
        if (Number.isFinite(value5)) {
          if (!(value5 <= 20599)) errors = fail(errors, "/code", at + "/properties/code", "maximum", { comparison: "<=", limit: 20599 }, "must be <= 20599");
          if (!(value5 >= 20000)) errors = fail(errors, "/code", at + "/properties/code", "minimum", { comparison: ">=", limit: 20000 }, "must be >= 20000");
        }
      }
      const value6 = data.errors;
      if (value6 !== undefined) {
        if (!Array.isArray(value6)) errors = failType(errors, "/errors", at + "/properties/errors", "array");
        else {
          if (value6.length > 100) errors = fail(errors, "/errors", at + "/properties/errors", "maxItems", { limit: 100 }, "must NOT have more than 100 items");
          if (value6.length < 1) errors = fail(errors, "/errors", at + "/properties/errors", "minItems", { limit: 1 }, "must NOT have fewer than 1 items");
          for (let i0 = 0; i0 < value6.length; i0++) {
            if (errors !== null && errors.length > 100) break;
            const value7 = value6[i0];
            if (!check43(value7)) errors = addErrors(errors, check43.errors, "/errors/" + i0);
          }
        }
      }
    }
    check42.errors = errors;
    return errors === null;
  }
  function check43(data) {
    const at = "#/components/schemas/ProblemError";
    let errors = null;
    let passing0 = null;
    let errors0 = null;
    if (!check44(data)) errors0 = addErrors(errors0, check44.errors, "");
    if (errors0 === null) passing0 = passing0 === null ? 0 : [passing0, 0];
    let errors1 = null;
    if (!check46(data)) errors1 = addErrors(errors1, check46.errors, "");
    if (errors1 === null) passing0 = passing0 === null ? 1 : [passing0, 1];
    if (typeof passing0 !== "number") {
      errors = joinErrors(errors, errors0);
      errors = joinErrors(errors, errors1);
      errors = fail(errors, "", at, "oneOf", { passingSchemas: passing0 }, "must match exactly one schema in oneOf");
    }
    check43.errors = errors;
    return errors === null;
  }
  function check44(data) {
    const at = "#/components/schemas/BodyError";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.in === undefined) errors = fail(errors, "", at, "required", { missingProperty: "in" }, "must have required property 'in'");
      if (data.pointer === undefined) errors = fail(errors, "", at, "required", { missingProperty: "pointer" }, "must have required property 'pointer'");
      if (data.detail === undefined) errors = fail(errors, "", at, "required", { missingProperty: "detail" }, "must have required property 'detail'");
      const value0 = data.in;
      if (value0 !== undefined && value0 !== "body") errors = fail(errors, "/in", at + "/properties/in", "const", { allowedValue: "body" }, "must be equal to constant");
      const value1 = data.pointer;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/pointer", at + "/properties/pointer", "string");
        else {
          if (value1.length > 4096 && codePoints(value1) > 4096) errors = fail(errors, "/pointer", at + "/properties/pointer", "maxLength", { limit: 4096 }, "must NOT have more than 4096 characters");
          if (!regExp7.test(value1)) errors = fail(errors, "/pointer", at + "/properties/pointer", "format", { format: "json-pointer" }, "must match format \"json-pointer\"");
        }
      }
      const value2 = data.detail;
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/detail", "#/components/schemas/ErrorDetail", "string");
        else {
          if (value2.length > 2048 && codePoints(value2) > 2048) errors = fail(errors, "/detail", "#/components/schemas/ErrorDetail", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (value2.length < 1) errors = fail(errors, "/detail", "#/components/schemas/ErrorDetail", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
    }
    check44.errors = errors;
    return errors === null;
  }
  function check45(data) {
    const at = "#/components/schemas/ErrorDetail";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else {
      if (data.length > 2048 && codePoints(data) > 2048) errors = fail(errors, "", at, "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
      if (data.length < 1) errors = fail(errors, "", at, "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
    }
    check45.errors = errors;
    return errors === null;
  }
  function check46(data) {
    const at = "#/components/schemas/ParameterError";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.in === undefined) errors = fail(errors, "", at, "required", { missingProperty: "in" }, "must have required property 'in'");
      if (data.name === undefined) errors = fail(errors, "", at, "required", { missingProperty: "name" }, "must have required property 'name'");
      if (data.detail === undefined) errors = fail(errors, "", at, "required", { missingProperty: "detail" }, "must have required property 'detail'");
      const value0 = data.in;
      if (value0 !== undefined && value0 !== "query" && value0 !== "path" && value0 !== "header") errors = fail(errors, "/in", at + "/properties/in", "enum", { allowedValues: values3 }, "must be equal to one of the allowed values");
      const value1 = data.name;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/name", at + "/properties/name", "string");
        else if (value1.length > 8192 && codePoints(value1) > 8192) errors = fail(errors, "/name", at + "/properties/name", "maxLength", { limit: 8192 }, "must NOT have more than 8192 characters");
      }
      const value2 = data.detail;
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/detail", "#/components/schemas/ErrorDetail", "string");
        else {
          if (value2.length > 2048 && codePoints(value2) > 2048) errors = fail(errors, "/detail", "#/components/schemas/ErrorDetail", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (value2.length < 1) errors = fail(errors, "/detail", "#/components/schemas/ErrorDetail", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
    }
    check46.errors = errors;
    return errors === null;
  }
  function check47(data) {
    const at = "#/components/responses/Unauthorized/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["WWW-Authenticate"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "WWW-Authenticate" }, "must have required property 'WWW-Authenticate'");
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["WWW-Authenticate"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/WWW-Authenticate", "#/components/headers/WwwAuthenticate/schema", "string");
        else if (!regExp8.test(value0)) errors = fail(errors, "/WWW-Authenticate", "#/components/headers/WwwAuthenticate/schema", "pattern", { pattern: "^Basic( .{1,200})?$" }, "must match pattern \"^Basic( .{1,200})?$\"");
      }
      const value1 = data["Request-Id"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value1)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check47.errors = errors;
    return errors === null;
  }
  function check48(data) {
    const at = "#/components/responses/MethodNotAllowed/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.Allow === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Allow" }, "must have required property 'Allow'");
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data.Allow;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Allow", "#/components/headers/Allow/schema", "string");
        else {
          if (value0.length > 64 && codePoints(value0) > 64) errors = fail(errors, "/Allow", "#/components/headers/Allow/schema", "maxLength", { limit: 64 }, "must NOT have more than 64 characters");
          if (value0.length < 1) errors = fail(errors, "/Allow", "#/components/headers/Allow/schema", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value1 = data["Request-Id"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value1)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check48.errors = errors;
    return errors === null;
  }
  function check49(data) {
    const at = "#/components/responses/TooManyRequests/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Retry-After"];
      if (value0 !== undefined) {
        if (!Number.isInteger(value0)) errors = failType(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "integer");
        if (Number.isFinite(value0)) {
          if (!(value0 <= 86400)) errors = fail(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "maximum", { comparison: "<=", limit: 86400 }, "must be <= 86400");
          if (!(value0 >= 0)) errors = fail(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "minimum", { comparison: ">=", limit: 0 }, "must be >= 0");
        }
      }
      const value1 = data.RateLimit;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/RateLimit", "#/components/headers/RateLimit/schema", "string");
        else {
          if (value1.length > 128 && codePoints(value1) > 128) errors = fail(errors, "/RateLimit", "#/components/headers/RateLimit/schema", "maxLength", { limit: 128 }, "must NOT have more than 128 characters");
          if (value1.length < 1) errors = fail(errors, "/RateLimit", "#/components/headers/RateLimit/schema", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value2 = data["RateLimit-Policy"];
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/RateLimit-Policy", "#/components/headers/RateLimitPolicy/schema", "string");
        else {
          if (value2.length > 128 && codePoints(value2) > 128) errors = fail(errors, "/RateLimit-Policy", "#/components/headers/RateLimitPolicy/schema", "maxLength", { limit: 128 }, "must NOT have more than 128 characters");
          if (value2.length < 1) errors = fail(errors, "/RateLimit-Policy", "#/components/headers/RateLimitPolicy/schema", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value3 = data["Request-Id"];
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value3)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check49.errors = errors;
    return errors === null;
  }
  function check50(data) {
    const at = "#/components/responses/RequestHeaderFieldsTooLarge/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check50.errors = errors;
    return errors === null;
  }
  function check51(data) {
    const at = "#/components/responses/InternalServerError/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check51.errors = errors;
    return errors === null;
  }
  function check52(data) {
    const at = "#/components/responses/ServiceUnavailable/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Retry-After"];
      if (value0 !== undefined) {
        if (!Number.isInteger(value0)) errors = failType(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "integer");
        if (Number.isFinite(value0)) {
          if (!(value0 <= 86400)) errors = fail(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "maximum", { comparison: "<=", limit: 86400 }, "must be <= 86400");
          if (!(value0 >= 0)) errors = fail(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "minimum", { comparison: ">=", limit: 0 }, "must be >= 0");
        }
      }
      const value1 = data["Request-Id"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value1)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check52.errors = errors;
    return errors === null;
  }
  function check53(data) {
    const at = "#/components/schemas/Location";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else {
      if (data.length > 2048 && codePoints(data) > 2048) errors = fail(errors, "", at, "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
      if (!format3(data)) errors = fail(errors, "", at, "format", { format: "uri" }, "must match format \"uri\"");
    }
    check53.errors = errors;
    return errors === null;
  }
  function check54(data) {
    const at = "#/components/responses/OperationAccepted/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.Location === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Location" }, "must have required property 'Location'");
      if (data["Operation-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Operation-Id" }, "must have required property 'Operation-Id'");
      if (data["Operation-Location"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Operation-Location" }, "must have required property 'Operation-Location'");
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data.Location;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Location", "#/components/schemas/Location", "string");
        else {
          if (value0.length > 2048 && codePoints(value0) > 2048) errors = fail(errors, "/Location", "#/components/schemas/Location", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (!format3(value0)) errors = fail(errors, "/Location", "#/components/schemas/Location", "format", { format: "uri" }, "must match format \"uri\"");
        }
      }
      const value1 = data["Operation-Id"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Operation-Id", "#/components/schemas/OperationId", "string");
        else if (!regExp0.test(value1)) errors = fail(errors, "/Operation-Id", "#/components/schemas/OperationId", "pattern", { pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value2 = data["Operation-Location"];
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/Operation-Location", "#/components/schemas/Location", "string");
        else {
          if (value2.length > 2048 && codePoints(value2) > 2048) errors = fail(errors, "/Operation-Location", "#/components/schemas/Location", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (!format3(value2)) errors = fail(errors, "/Operation-Location", "#/components/schemas/Location", "format", { format: "uri" }, "must match format \"uri\"");
        }
      }
      const value3 = data["Request-Id"];
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value3)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check54.errors = errors;
    return errors === null;
  }
  function check55(data) {
    const at = "#/components/schemas/OperationAccepted";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.operationId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "operationId" }, "must have required property 'operationId'");
      if (data.operationLocation === undefined) errors = fail(errors, "", at, "required", { missingProperty: "operationLocation" }, "must have required property 'operationLocation'");
      const value0 = data.operationId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/operationId", "#/components/schemas/OperationId", "string");
        else if (!regExp0.test(value0)) errors = fail(errors, "/operationId", "#/components/schemas/OperationId", "pattern", { pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value1 = data.operationLocation;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/operationLocation", "#/components/schemas/Location", "string");
        else {
          if (value1.length > 2048 && codePoints(value1) > 2048) errors = fail(errors, "/operationLocation", "#/components/schemas/Location", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (!format3(value1)) errors = fail(errors, "/operationLocation", "#/components/schemas/Location", "format", { format: "uri" }, "must match format \"uri\"");
        }
      }
    }
    check55.errors = errors;
    return errors === null;
  }
  function check56(data) {
    const at = "#/components/responses/RequestTimeout/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check56.errors = errors;
    return errors === null;
  }
  function check57(data) {
    const at = "#/components/responses/Conflict/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Retry-After"];
      if (value0 !== undefined) {
        if (!Number.isInteger(value0)) errors = failType(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "integer");
        if (Number.isFinite(value0)) {
          if (!(value0 <= 86400)) errors = fail(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "maximum", { comparison: "<=", limit: 86400 }, "must be <= 86400");
          if (!(value0 >= 0)) errors = fail(errors, "/Retry-After", "#/components/headers/RetryAfter/schema", "minimum", { comparison: ">=", limit: 0 }, "must be >= 0");
        }
      }
      const value1 = data["Request-Id"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value1)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check57.errors = errors;
    return errors === null;
  }
  function check58(data) {
    const at = "#/components/responses/PreconditionFailed/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check58.errors = errors;
    return errors === null;
  }
  function check59(data) {
    const at = "#/components/responses/ContentTooLarge/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check59.errors = errors;
    return errors === null;
  }
  function check60(data) {
    const at = "#/components/responses/UnsupportedMediaType/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check60.errors = errors;
    return errors === null;
  }
  function check61(data) {
    const at = "#/components/responses/UnprocessableContent/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check61.errors = errors;
    return errors === null;
  }
  function check62(data) {
    const at = "#/paths/~1SenderPools~1Operations/get/responses/200/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check62.errors = errors;
    return errors === null;
  }
  function check63(data) {
    const at = "#/components/schemas/SenderPoolOperationList";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.operations === undefined) errors = fail(errors, "", at, "required", { missingProperty: "operations" }, "must have required property 'operations'");
      if (data.pagination === undefined) errors = fail(errors, "", at, "required", { missingProperty: "pagination" }, "must have required property 'pagination'");
      const value0 = data.operations;
      if (value0 !== undefined) {
        if (!Array.isArray(value0)) errors = failType(errors, "/operations", at + "/properties/operations", "array");
        else {
          for (let i0 = 0; i0 < value0.length; i0++) {
            if (errors !== null && errors.length > 100) break;
            const value1 = value0[i0];
            if (!check64(value1)) errors = addErrors(errors, check64.errors, "/operations/" + i0);
          }
        }
      }
      const value2 = data.pagination;
      if (value2 !== undefined && !check40(value2)) errors = addErrors(errors, check40.errors, "/pagination");
    }
    check63.errors = errors;
    return errors === null;
  }
  function check64(data) {
    const at = "#/components/schemas/SenderPoolOperation";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.id === undefined) errors = fail(errors, "", at, "required", { missingProperty: "id" }, "must have required property 'id'");
      if (data.status === undefined) errors = fail(errors, "", at, "required", { missingProperty: "status" }, "must have required property 'status'");
      if (data.stats === undefined) errors = fail(errors, "", at, "required", { missingProperty: "stats" }, "must have required property 'stats'");
      if (data.createdAt === undefined) errors = fail(errors, "", at, "required", { missingProperty: "createdAt" }, "must have required property 'createdAt'");
      if (data.updatedAt === undefined) errors = fail(errors, "", at, "required", { missingProperty: "updatedAt" }, "must have required property 'updatedAt'");
      const value0 = data.id;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/id", "#/components/schemas/OperationId", "string");
        else if (!regExp0.test(value0)) errors = fail(errors, "/id", "#/components/schemas/OperationId", "pattern", { pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value1 = data.status;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/status", "#/components/schemas/SenderPoolOperationStatus", "string");
        if (value1 !== "PROCESSING" && value1 !== "COMPLETED" && value1 !== "CANCELED") errors = fail(errors, "/status", "#/components/schemas/SenderPoolOperationStatus", "enum", { allowedValues: values0 }, "must be equal to one of the allowed values");
      }
      const value2 = data.stats;
      if (value2 !== undefined && !check65(value2)) errors = addErrors(errors, check65.errors, "/stats");
      const value3 = data.createdAt;
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/createdAt", "#/components/schemas/Timestamp", "string");
        else {
          if (!regExp6.test(value3)) errors = fail(errors, "/createdAt", "#/components/schemas/Timestamp", "pattern", { pattern: "^[0-9T:.-]{19,30}Z$" }, "must match pattern \"^[0-9T:.-]{19,30}Z$\"");
          if (!format0(value3)) errors = fail(errors, "/createdAt", "#/components/schemas/Timestamp", "format", { format: "date-time" }, "must match format \"date-time\"");
        }
      }
      const value4 = data.updatedAt;
      if (value4 !== undefined) {
        if (typeof value4 !== "string") errors = failType(errors, "/updatedAt", "#/components/schemas/Timestamp", "string");
        else {
          if (!regExp6.test(value4)) errors = fail(errors, "/updatedAt", "#/components/schemas/Timestamp", "pattern", { pattern: "^[0-9T:.-]{19,30}Z$" }, "must match pattern \"^[0-9T:.-]{19,30}Z$\"");
          if (!format0(value4)) errors = fail(errors, "/updatedAt", "#/components/schemas/Timestamp", "format", { format: "date-time" }, "must match format \"date-time\"");
        }
      }
    }
    check64.errors = errors;
    return errors === null;
  }
  function check65(data) {
    const at = "#/components/schemas/SenderPoolOperationStats";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.total === undefined) errors = fail(errors, "", at, "required", { missingProperty: "total" }, "must have required property 'total'");
      if (data.queued === undefined) errors = fail(errors, "", at, "required", { missingProperty: "queued" }, "must have required property 'queued'");
      if (data.created === undefined) errors = fail(errors, "", at, "required", { missingProperty: "created" }, "must have required property 'created'");
      if (data.failed === undefined) errors = fail(errors, "", at, "required", { missingProperty: "failed" }, "must have required property 'failed'");
      const value0 = data.total;
      if (value0 !== undefined) {
        if (!Number.isInteger(value0)) errors = failType(errors, "/total", at + "/properties/total", "integer");
        if (Number.isFinite(value0) && !(value0 >= 0)) errors = fail(errors, "/total", at + "/properties/total", "minimum", { comparison: ">=", limit: 0 }, "must be >= 0");
      }
      const value1 = data.queued;
      if (value1 !== undefined) {
        if (!Number.isInteger(value1)) errors = failType(errors, "/queued", at + "/properties/queued", "integer");
        if (Number.isFinite(value1) && !(value1 >= 0)) errors = fail(errors, "/queued", at + "/properties/queued", "minimum", { comparison: ">=", limit: 0 }, "must be >= 0");
      }
      const value2 = data.created;
      if (value2 !== undefined) {
        if (!Number.isInteger(value2)) errors = failType(errors, "/created", at + "/properties/created", "integer");
        if (Number.isFinite(value2) && !(value2 >= 0)) errors = fail(errors, "/created", at + "/properties/created", "minimum", { comparison: ">=", limit: 0 }, "must be >= 0");
      }
      const value3 = data.failed;
      if (value3 !== undefined) {
        if (!Number.isInteger(value3)) errors = failType(errors, "/failed", at + "/properties/failed", "integer");
        if (Number.isFinite(value3) && !(value3 >= 0)) errors = fail(errors, "/failed", at + "/properties/failed", "minimum", { comparison: ">=", limit: 0 }, "must be >= 0");
      }
    }
    check65.errors = errors;
    return errors === null;
  }
  function check66(data) {
    const at = "#/paths/~1SenderPools~1Operations~1%7BoperationId%7D/get/responses/200/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check66.errors = errors;
    return errors === null;
  }
  function check67(data) {
    const at = "#/components/responses/NotFound/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check67.errors = errors;
    return errors === null;
  }
  function check68(data) {
    const at = "#/components/schemas/EntityTag";
    let errors = null;
    if (typeof data !== "string") errors = failType(errors, "", at, "string");
    else if (!regExp9.test(data)) errors = fail(errors, "", at, "pattern", { pattern: "^\"[!#-~]{1,64}\"$" }, "must match pattern \"^\"[!#-~]{1,64}\"$\"");
    check68.errors = errors;
    return errors === null;
  }
  function check69(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D/get/responses/200/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.ETag === undefined) errors = fail(errors, "", at, "required", { missingProperty: "ETag" }, "must have required property 'ETag'");
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data.ETag;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/ETag", "#/components/schemas/EntityTag", "string");
        else if (!regExp9.test(value0)) errors = fail(errors, "/ETag", "#/components/schemas/EntityTag", "pattern", { pattern: "^\"[!#-~]{1,64}\"$" }, "must match pattern \"^\"[!#-~]{1,64}\"$\"");
      }
      const value1 = data["Request-Id"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value1)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check69.errors = errors;
    return errors === null;
  }
  function check70(data) {
    const at = "#/components/responses/ResourceAccepted/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.Location === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Location" }, "must have required property 'Location'");
      if (data["Resource-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Resource-Id" }, "must have required property 'Resource-Id'");
      if (data["Resource-Location"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Resource-Location" }, "must have required property 'Resource-Location'");
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data.Location;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Location", "#/components/schemas/Location", "string");
        else {
          if (value0.length > 2048 && codePoints(value0) > 2048) errors = fail(errors, "/Location", "#/components/schemas/Location", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (!format3(value0)) errors = fail(errors, "/Location", "#/components/schemas/Location", "format", { format: "uri" }, "must match format \"uri\"");
        }
      }
      const value1 = data["Resource-Id"];
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/Resource-Id", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value1)) errors = fail(errors, "/Resource-Id", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value2 = data["Resource-Location"];
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/Resource-Location", "#/components/schemas/Location", "string");
        else {
          if (value2.length > 2048 && codePoints(value2) > 2048) errors = fail(errors, "/Resource-Location", "#/components/schemas/Location", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (!format3(value2)) errors = fail(errors, "/Resource-Location", "#/components/schemas/Location", "format", { format: "uri" }, "must match format \"uri\"");
        }
      }
      const value3 = data["Request-Id"];
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value3)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check70.errors = errors;
    return errors === null;
  }
  function check71(data) {
    const at = "#/components/schemas/ResourceAccepted";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.resourceId === undefined) errors = fail(errors, "", at, "required", { missingProperty: "resourceId" }, "must have required property 'resourceId'");
      if (data.resourceLocation === undefined) errors = fail(errors, "", at, "required", { missingProperty: "resourceLocation" }, "must have required property 'resourceLocation'");
      const value0 = data.resourceId;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/resourceId", "#/components/schemas/SenderPoolId", "string");
        else if (!regExp3.test(value0)) errors = fail(errors, "/resourceId", "#/components/schemas/SenderPoolId", "pattern", { pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value1 = data.resourceLocation;
      if (value1 !== undefined) {
        if (typeof value1 !== "string") errors = failType(errors, "/resourceLocation", "#/components/schemas/Location", "string");
        else {
          if (value1.length > 2048 && codePoints(value1) > 2048) errors = fail(errors, "/resourceLocation", "#/components/schemas/Location", "maxLength", { limit: 2048 }, "must NOT have more than 2048 characters");
          if (!format3(value1)) errors = fail(errors, "/resourceLocation", "#/components/schemas/Location", "format", { format: "uri" }, "must match format \"uri\"");
        }
      }
    }
    check71.errors = errors;
    return errors === null;
  }
  function check72(data) {
    const at = "#/paths/~1SenderPools~1%7BsenderPoolId%7D~1Senders/get/responses/200/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check72.errors = errors;
    return errors === null;
  }
  function check73(data) {
    const at = "#/components/schemas/SenderList";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.senders === undefined) errors = fail(errors, "", at, "required", { missingProperty: "senders" }, "must have required property 'senders'");
      if (data.pagination === undefined) errors = fail(errors, "", at, "required", { missingProperty: "pagination" }, "must have required property 'pagination'");
      const value0 = data.senders;
      if (value0 !== undefined) {
        if (!Array.isArray(value0)) errors = failType(errors, "/senders", at + "/properties/senders", "array");
        else {
          for (let i0 = 0; i0 < value0.length; i0++) {
            if (errors !== null && errors.length > 100) break;
            const value1 = value0[i0];
            if (!check74(value1)) errors = addErrors(errors, check74.errors, "/senders/" + i0);
          }
        }
      }
      const value2 = data.pagination;
      if (value2 !== undefined && !check40(value2)) errors = addErrors(errors, check40.errors, "/pagination");
    }
    check73.errors = errors;
    return errors === null;
  }
  function check74(data) {
    const at = "#/components/schemas/Sender";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data.id === undefined) errors = fail(errors, "", at, "required", { missingProperty: "id" }, "must have required property 'id'");
      if (data.displayName === undefined) errors = fail(errors, "", at, "required", { missingProperty: "displayName" }, "must have required property 'displayName'");
      if (data.address === undefined) errors = fail(errors, "", at, "required", { missingProperty: "address" }, "must have required property 'address'");
      if (data.channel === undefined) errors = fail(errors, "", at, "required", { missingProperty: "channel" }, "must have required property 'channel'");
      if (data.status === undefined) errors = fail(errors, "", at, "required", { missingProperty: "status" }, "must have required property 'status'");
      if (data.tags === undefined) errors = fail(errors, "", at, "required", { missingProperty: "tags" }, "must have required property 'tags'");
      if (data.createdAt === undefined) errors = fail(errors, "", at, "required", { missingProperty: "createdAt" }, "must have required property 'createdAt'");
      if (data.updatedAt === undefined) errors = fail(errors, "", at, "required", { missingProperty: "updatedAt" }, "must have required property 'updatedAt'");
      const value0 = data.id;
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/id", "#/components/schemas/SenderId", "string");
        else if (!regExp2.test(value0)) errors = fail(errors, "/id", "#/components/schemas/SenderId", "pattern", { pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$" }, "must match pattern \"^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$\"");
      }
      const value1 = data.displayName;
      if (value1 !== undefined) {
        if (typeof value1 !== "string" && value1 !== null) errors = failType(errors, "/displayName", at + "/properties/displayName", ["string", "null"]);
        if (typeof value1 === "string" && value1.length > 256 && codePoints(value1) > 256) errors = fail(errors, "/displayName", at + "/properties/displayName", "maxLength", { limit: 256 }, "must NOT have more than 256 characters");
      }
      const value2 = data.address;
      if (value2 !== undefined) {
        if (typeof value2 !== "string") errors = failType(errors, "/address", at + "/properties/address", "string");
        else {
          if (value2.length > 320 && codePoints(value2) > 320) errors = fail(errors, "/address", at + "/properties/address", "maxLength", { limit: 320 }, "must NOT have more than 320 characters");
          if (value2.length < 1) errors = fail(errors, "/address", at + "/properties/address", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
        }
      }
      const value3 = data.channel;
      if (value3 !== undefined) {
        if (typeof value3 !== "string") errors = failType(errors, "/channel", "#/components/schemas/Channel", "string");
        if (value3 !== "SMS" && value3 !== "RCS" && value3 !== "EMAIL" && value3 !== "WHATSAPP" && value3 !== "PUSH") errors = fail(errors, "/channel", "#/components/schemas/Channel", "enum", { allowedValues: values1 }, "must be equal to one of the allowed values");
      }
      const value4 = data.status;
      if (value4 !== undefined) {
        if (typeof value4 !== "string") errors = failType(errors, "/status", "#/components/schemas/SenderStatus", "string");
        if (value4 !== "ACTIVATED" && value4 !== "DEACTIVATED") errors = fail(errors, "/status", "#/components/schemas/SenderStatus", "enum", { allowedValues: values2 }, "must be equal to one of the allowed values");
      }
      const value5 = data.tags;
      if (value5 !== undefined && !check10(value5)) errors = addErrors(errors, check10.errors, "/tags");
      const value6 = data.createdAt;
      if (value6 !== undefined) {
        if (typeof value6 !== "string") errors = failType(errors, "/createdAt", "#/components/schemas/Timestamp", "string");
        else {
          if (!regExp6.test(value6)) errors = fail(errors, "/createdAt", "#/components/schemas/Timestamp", "pattern", { pattern: "^[0-9T:.-]{19,30}Z$" }, "must match pattern \"^[0-9T:.-]{19,30}Z$\"");
          if (!format0(value6)) errors = fail(errors, "/createdAt", "#/components/schemas/Timestamp", "format", { format: "date-time" }, "must match format \"date-time\"");
        }
      }
      const value7 = data.updatedAt;
      if (value7 !== undefined) {
        if (typeof value7 !== "string") errors = failType(errors, "/updatedAt", "#/components/schemas/Timestamp", "string");
        else {
          if (!regExp6.test(value7)) errors = fail(errors, "/updatedAt", "#/components/schemas/Timestamp", "pattern", { pattern: "^[0-9T:.-]{19,30}Z$" }, "must match pattern \"^[0-9T:.-]{19,30}Z$\"");
          if (!format0(value7)) errors = fail(errors, "/updatedAt", "#/components/schemas/Timestamp", "format", { format: "date-time" }, "must match format \"date-time\"");
        }
      }
    }
    check74.errors = errors;
    return errors === null;
  }
  function check75(data) {
    const at = "#/paths/~1Senders/get/responses/200/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check75.errors = errors;
    return errors === null;
  }
  function check76(data) {
    const at = "#/paths/~1Senders~1%7BsenderId%7D/get/responses/200/headers";
    let errors = null;
    if (!isObject(data)) errors = failType(errors, "", at, "object");
    else {
      if (data["Request-Id"] === undefined) errors = fail(errors, "", at, "required", { missingProperty: "Request-Id" }, "must have required property 'Request-Id'");
      const value0 = data["Request-Id"];
      if (value0 !== undefined) {
        if (typeof value0 !== "string") errors = failType(errors, "/Request-Id", "#/components/schemas/RequestId", "string");
        else if (!regExp5.test(value0)) errors = fail(errors, "/Request-Id", "#/components/schemas/RequestId", "pattern", { pattern: "^[!-~]{1,128}$" }, "must match pattern \"^[!-~]{1,128}$\"");
      }
    }
    check76.errors = errors;
    return errors === null;
  }
  const check6counted = work.counted(check6);
  const check8counted = work.counted(check8);
  const check10counted = work.counted(check10);
  const check21counted = work.counted(check21);
  const check30counted = work.counted(check30);
  const check37counted = work.counted(check37);
  const check38counted = work.counted(check38);
  const check40counted = work.counted(check40);
  const check63counted = work.counted(check63);
  const check73counted = work.counted(check73);
  const check74counted = work.counted(check74);
  return {
    requests: {
      listSenderPools: { query: check3 },
      createSenderPool: { headers: check5, body: { "application/json": check6counted } },
      listSenderPoolOperations: { query: check14 },
      fetchSenderPoolOperation: { path: check15 },
      fetchSenderPool: { path: check17 },
      updateSenderPool: { path: check18, headers: check20, body: { "application/json": check21counted } },
      deleteSenderPool: { path: check22, headers: check23 },
      listSenderPoolSenders: { path: check24, query: check27 },
      addSenderPoolSenders: { path: check28, headers: check29, body: { "application/json": check30counted } },
      removeSenderPoolSender: { path: check31, headers: check32 },
      listSenders: { query: check33 },
      fetchSender: { path: check34 },
    },
    responses: {
      listSenderPools: {
        "200": { headers: check36, body: { "application/json": check37counted } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      createSenderPool: {
        "202": { headers: check54, body: { "application/json": check55 } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "408": { headers: check56, body: { "application/problem+json": check42 } },
        "409": { headers: check57, body: { "application/problem+json": check42 } },
        "412": { headers: check58, body: { "application/problem+json": check42 } },
        "413": { headers: check59, body: { "application/problem+json": check42 } },
        "415": { headers: check60, body: { "application/problem+json": check42 } },
        "422": { headers: check61, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      listSenderPoolOperations: {
        "200": { headers: check62, body: { "application/json": check63counted } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      fetchSenderPoolOperation: {
        "200": { headers: check66, body: { "application/json": check64 } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "404": { headers: check67, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      fetchSenderPool: {
        "200": { headers: check69, body: { "application/json": check38counted } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "404": { headers: check67, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      updateSenderPool: {
        "202": { headers: check70, body: { "application/json": check71 } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "404": { headers: check67, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "408": { headers: check56, body: { "application/problem+json": check42 } },
        "409": { headers: check57, body: { "application/problem+json": check42 } },
        "412": { headers: check58, body: { "application/problem+json": check42 } },
        "413": { headers: check59, body: { "application/problem+json": check42 } },
        "415": { headers: check60, body: { "application/problem+json": check42 } },
        "422": { headers: check61, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      deleteSenderPool: {
        "202": { headers: check70, body: { "application/json": check71 } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "404": { headers: check67, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "408": { headers: check56, body: { "application/problem+json": check42 } },
        "409": { headers: check57, body: { "application/problem+json": check42 } },
        "412": { headers: check58, body: { "application/problem+json": check42 } },
        "413": { headers: check59, body: { "application/problem+json": check42 } },
        "422": { headers: check61, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      listSenderPoolSenders: {
        "200": { headers: check72, body: { "application/json": check73counted } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "404": { headers: check67, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      addSenderPoolSenders: {
        "202": { headers: check54, body: { "application/json": check55 } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "404": { headers: check67, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "408": { headers: check56, body: { "application/problem+json": check42 } },
        "409": { headers: check57, body: { "application/problem+json": check42 } },
        "412": { headers: check58, body: { "application/problem+json": check42 } },
        "413": { headers: check59, body: { "application/problem+json": check42 } },
        "415": { headers: check60, body: { "application/problem+json": check42 } },
        "422": { headers: check61, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      removeSenderPoolSender: {
        "202": { headers: check70, body: { "application/json": check71 } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "404": { headers: check67, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "408": { headers: check56, body: { "application/problem+json": check42 } },
        "409": { headers: check57, body: { "application/problem+json": check42 } },
        "412": { headers: check58, body: { "application/problem+json": check42 } },
        "413": { headers: check59, body: { "application/problem+json": check42 } },
        "422": { headers: check61, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      listSenders: {
        "200": { headers: check75, body: { "application/json": check73counted } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
      fetchSender: {
        "200": { headers: check76, body: { "application/json": check74counted } },
        "400": { headers: check41, body: { "application/problem+json": check42 } },
        "401": { headers: check47, body: { "application/problem+json": check42 } },
        "404": { headers: check67, body: { "application/problem+json": check42 } },
        "405": { headers: check48, body: { "application/problem+json": check42 } },
        "429": { headers: check49, body: { "application/problem+json": check42 } },
        "431": { headers: check50, body: { "application/problem+json": check42 } },
        "500": { headers: check51, body: { "application/problem+json": check42 } },
        "503": { headers: check52, body: { "application/problem+json": check42 } },
      },
    },
    schemas: {
      SenderPoolId: check16,
      OperationId: check1,
      SenderId: check9,
      Tags: check10counted,
      TagKey: check11,
      TagValue: check12,
      Name: check7,
      Timestamp: check39,
      Moment: check0,
      Location: check53,
      IdempotencyKey: check4,
      EntityTag: check68,
      EntityTagCondition: check19,
      RequestId: check35,
      PageToken: check2,
      Channel: check25,
      SenderStatus: check26,
      SenderPoolOperationStatus: check13,
      SenderPool: check38counted,
      SenderPoolList: check37counted,
      CreateSenderPool: check6counted,
      UpdateSenderPool: check21counted,
      SenderReference: check8counted,
      SenderReferenceList: check30counted,
      Sender: check74counted,
      SenderList: check73counted,
      SenderPoolOperation: check64,
      SenderPoolOperationStats: check65,
      SenderPoolOperationList: check63counted,
      Pagination: check40counted,
      OperationAccepted: check55,
      ResourceAccepted: check71,
      Problem: check42,
      ProblemError: check43,
      BodyError: check44,
      ParameterError: check46,
      ErrorDetail: check45,
    },
  };
}
