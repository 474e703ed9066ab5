// Settings: the precedence of flags, variables and defaults, and a one-line error for an invalid value.
import t from "tap";
import { describeSettings, readSettings } from "../../../server/settings/read-settings.ts";
import { SettingError, settingTable } from "../../../server/settings/settings.ts";

t.test("a flag takes precedence over a variable, and a variable over the default", (t) => {
  t.equal(readSettings([], {}).port, settingTable.port.fallback);
  t.equal(readSettings([], { PORT: "8080" }).port, 8080);
  t.equal(readSettings(["--port", "9090"], { PORT: "8080" }).port, 9090);
  t.equal(readSettings(["--port=9090"], {}).port, 9090);
  t.equal(
    readSettings([], { PORT: "" }).port,
    settingTable.port.fallback,
    "an empty variable counts as unset",
  );
  t.end();
});

t.test("a switch is turned on by its flag and off by its negation", (t) => {
  t.equal(readSettings(["--memory"], {}).memory, true);
  t.equal(readSettings([], { MEMORY: "on" }).memory, true);
  t.equal(readSettings(["--no-memory"], { MEMORY: "1" }).memory, false);
  t.end();
});

t.test("responses are validated outside production unless configured otherwise", (t) => {
  const table = [
    { args: [], env: {}, want: true },
    { args: [], env: { NODE_ENV: "production" }, want: false },
    { args: ["--validate-responses"], env: { NODE_ENV: "production" }, want: true },
    { args: [], env: { NODE_ENV: "production", VALIDATE_RESPONSES: "on" }, want: true },
    { args: ["--no-validate-responses"], env: {}, want: false },
  ];
  for (const { args, env, want } of table) t.equal(readSettings(args, env).validateResponses, want);
  t.end();
});

t.test("valid values of settings are parsed", (t) => {
  t.equal(readSettings(["--pace", "250"], {}).pace, 250);
  t.equal(readSettings(["--pace", "manual"], {}).pace, "manual");
  t.equal(
    readSettings(["--public-url", "https://pools.example/api/"], {}).publicUrl,
    "https://pools.example/api",
  );
  t.end();
});

t.test("an invalid value is rejected with the name of its setting", (t) => {
  const table: { args: string[]; env: Record<string, string>; want: string }[] = [
    { args: [], env: { PORT: "80a" }, want: 'PORT must be a whole number from 0 to 65535, got "80a"' },
    {
      args: ["--port", "65536"],
      env: {},
      want: '--port must be a whole number from 0 to 65535, got "65536"',
    },
    { args: [], env: { MEMORY: "maybe" }, want: 'MEMORY must be on or off, got "maybe"' },
    {
      args: ["--pace", "fast"],
      env: {},
      want: '--pace must be immediate, manual, or milliseconds up to 3600000, got "fast"',
    },
    {
      args: ["--public-url", "pools.example"],
      env: {},
      want: '--public-url must be an http or https URL without credentials, query and fragment, got "pools.example"',
    },
    {
      args: ["--log-level", "loud"],
      env: {},
      want: '--log-level must be one of trace, debug, info, warn, error, silent, got "loud"',
    },
    { args: ["--prot", "1"], env: {}, want: "Unknown option '--prot'" },
    { args: ["stray"], env: {}, want: "Unexpected argument 'stray'" },
  ];
  for (const { args, env, want } of table) {
    t.equal(complaint(args, env), want);
  }
  t.end();
});

function complaint(args: readonly string[], env: Record<string, string>): string {
  try {
    readSettings(args, env);
    return "";
  } catch (error) {
    return error instanceof SettingError ? error.message : String(error);
  }
}

t.test("the help text has a line for every setting", (t) => {
  const help = describeSettings();
  for (const { env, about } of Object.values(settingTable)) {
    t.ok(help.includes(` ${env} `) && help.includes(about), env);
  }
  const columns = Object.values(settingTable).map(({ about }) => {
    const line = help.split("\n").find((text) => text.includes(about));
    return line?.indexOf(about);
  });
  t.equal(new Set(columns).size, 1, "what they are for begins in one column");
  t.end();
});
