using System.Buffers;
using System.Buffers.Binary;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>Makes, writes and reads request ids (section 5).</summary>
internal static class RequestIds
{
    private const int UuidLength = 36;
    private const int DigitCount = 32;
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

    /// <summary>Most characters of an id.</summary>
    public const int MaxLength = UuidLength;

    /// <summary>Writes an id.</summary>
    public static string Write(UInt128 id, RequestIdFormat format)
    {
        Span<char> text = stackalloc char[MaxLength];
        return new string(text[..Write(id, format, text)]);
    }

    /// <summary>Writes an id into a buffer of at least <see cref="MaxLength"/> characters.</summary>
    /// <returns>How many characters it has.</returns>
    public static int Write(UInt128 id, RequestIdFormat format, Span<char> text)
    {
        Span<byte> bytes = stackalloc byte[DigitCount / 2];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id);
        if (format == RequestIdFormat.Hex32)
        {
            Convert.TryToHexStringLower(bytes, text, out var written);
            return written;
        }

        var (from, to) = (0, 0);
        foreach (var length in GroupBytes)
        {
            if (to > 0)
            {
                text[to++] = '-';
            }

            Convert.TryToHexStringLower(bytes.Slice(from, length), text[to..], out var written);
            (from, to) = (from + length, to + written);
        }

        return to;
    }

    /// <summary>Reads an id; null when the text is not one in this format, letter for letter.</summary>
    public static UInt128? Parse(ReadOnlySpan<char> text, RequestIdFormat format)
    {
        Span<char> digits = stackalloc char[DigitCount];
        if (format == RequestIdFormat.Hex32 ? !text.TryCopyTo(digits) || text.Length != DigitCount : !TryDropHyphens(text, digits))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[DigitCount / 2];
        return digits.ContainsAnyExcept(LowerHex) || Convert.FromHexString(digits, bytes, out _, out _) != OperationStatus.Done
            ? null
            : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static bool TryDropHyphens(ReadOnlySpan<char> text, Span<char> digits)
    {
        if (text is not { Length: UuidLength } || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        {
            return false;
        }

        text[..8].CopyTo(digits);
        text[9..13].CopyTo(digits[8..]);
        text[14..18].CopyTo(digits[12..]);
        text[19..23].CopyTo(digits[16..]);
        text[24..].CopyTo(digits[20..]);
        return true;
    }

    private static ReadOnlySpan<byte> GroupBytes => [4, 2, 2, 2, 6];

    private static SearchValues<char> LowerHex { get; } = SearchValues.Create("0123456789abcdef");
}
