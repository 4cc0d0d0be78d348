using System.Globalization;

namespace PixverseHarness.Contract.Parameters;

/// <summary>
/// Reads a JSON number as an integer by its exact value: <c>5.0</c>, <c>5e0</c> and <c>50e-1</c> are 5, while
/// <c>1e-400</c> and <c>5.0000000000000000000000000000000001</c>, which a decimal or a double would round, are none.
/// </summary>
internal static class WholeNumber
{
    /// <summary>Digits of the largest 64-bit integer.</summary>
    private const int MostDigits = 19;

    /// <summary>Reads one number.</summary>
    /// <param name="literal">A number in JSON's grammar.</param>
    /// <param name="value">Its value; 0 when it has none.</param>
    /// <returns>Whether the value is whole and fits 64 bits.</returns>
    public static bool TryRead(ReadOnlySpan<char> literal, out long value)
    {
        value = 0;
        var exponentAt = literal.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? literal : literal[..exponentAt];
        var negative = mantissa[0] == '-';
        mantissa = negative ? mantissa[1..] : mantissa;

        var pointAt = mantissa.IndexOf('.');
        var whole = pointAt < 0 ? mantissa : mantissa[..pointAt];
        var fraction = pointAt < 0 ? [] : mantissa[(pointAt + 1)..];
        var digits = string.Concat(whole, fraction).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return true;
        }

        // An exponent that does not even fit an int makes the number tiny or huge: not ours in either case.
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(literal[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        var zeros = (long)exponent - fraction.Length + (digits.Length - significant.Length);
        if (zeros < 0 || significant.Length + zeros > MostDigits)
        {
            return false;
        }

        var text = string.Concat(negative ? "-" : "", significant, new string('0', (int)zeros));
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
