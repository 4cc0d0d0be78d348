using System.Globalization;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>Makes, writes and reads request ids (section 5).</summary>
internal static class RequestIds
{
    private const int VersionShift = 76;
    private const int VariantShift = 62;

    /// <summary>
    /// A random number made into an id: a UUID of version 4, or 32 hexadecimal digits whose 13th is not 4, as the one
    /// seen live.
    /// </summary>
    public static UInt128 Mint(UInt128 random, RequestIdFormat format)
    {
        if (format == RequestIdFormat.Uuid)
        {
            var version = (random & ~((UInt128)0xF << VersionShift)) | ((UInt128)4 << VersionShift);
            return (version & ~((UInt128)3 << VariantShift)) | ((UInt128)2 << VariantShift);
        }

        return ((random >> VersionShift) & 0xF) == 4 ? random ^ ((UInt128)6 << VersionShift) : random;
    }

    /// <summary>Writes an id.</summary>
    public static string Write(UInt128 id, RequestIdFormat format) => format == RequestIdFormat.Hex32
        ? id.ToString("x32", CultureInfo.InvariantCulture)
        : string.Create(36, id, static (text, id) =>
        {
            Span<char> digits = stackalloc char[32];
            id.TryFormat(digits, out _, "x32", CultureInfo.InvariantCulture);
            var from = 0;
            for (var to = 0; to < text.Length; to++)
            {
                text[to] = to is 8 or 13 or 18 or 23 ? '-' : digits[from++];
            }
        });

    /// <summary>Reads an id; null when the text is not one in this format, letter for letter.</summary>
    public static UInt128? Parse(string text, RequestIdFormat format)
    {
        var digits = text;
        if (format == RequestIdFormat.Uuid)
        {
            if (text.Length != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
            {
                return null;
            }

            digits = string.Concat(string.Concat(text.AsSpan(0, 8), text.AsSpan(9, 4), text.AsSpan(14, 4)), text.AsSpan(19, 4), text.AsSpan(24));
        }

        if (digits.Length != 32 || digits.AsSpan().ContainsAnyExcept(LowerHex))
        {
            return null;
        }

        return UInt128.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private static System.Buffers.SearchValues<char> LowerHex { get; } = System.Buffers.SearchValues.Create("0123456789abcdef");
}
