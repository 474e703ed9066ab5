// `multipleOf` in decimal arithmetic: 19.99 is a multiple of 0.01, though the nearest doubles are not.

/** Below this, a double represents its decimal digits exactly. */
const exact = 1e15;

/**
 * Whether a number, in its shortest decimal form, is an integer multiple of the divisor.
 *
 * @param power  the power of ten that makes the divisor an integer
 */
export function isMultiple(value: number, divisor: number, power: number): boolean {
  const scaled = Math.round(value * power);
  const step = Math.round(divisor * power);
  if (power <= 1e22 && step < exact && Math.abs(scaled) < exact)
    return scaled / power === value && scaled % step === 0;
  return isMultipleInDigits(value, divisor);
}

function isMultipleInDigits(value: number, divisor: number): boolean {
  if (!Number.isFinite(value) || divisor === 0) return false;
  const [digits, scale] = decimalOf(value);
  const [divisorDigits, divisorScale] = decimalOf(divisor);
  const shift = scale - divisorScale;
  return shift >= 0
    ? (digits * 10n ** BigInt(shift)) % divisorDigits === 0n
    : digits % (divisorDigits * 10n ** BigInt(-shift)) === 0n;
}

/** Returns the least power of ten that makes a number an integer. */
export function wholePower(divisor: number): number {
  return Number(`1e${Math.max(0, -decimalOf(divisor)[1])}`);
}

/** Returns a number as `digits` × 10^`scale`. */
function decimalOf(value: number): [digits: bigint, scale: number] {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
