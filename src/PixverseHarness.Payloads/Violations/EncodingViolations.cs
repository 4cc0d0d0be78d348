using System.Text;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Payloads.Cases;

namespace PixverseHarness.Payloads.Violations;

/// <summary>Bodies that are sent as JSON but not in UTF-8, which JSON between systems must be in (RFC 8259, section 8.1).</summary>
internal static class EncodingViolations
{
    private const string Accented = "\"un caf\u00e9 \u00e0 Gen\u00e8ve\"";

    public static IEnumerable<PayloadCase> All() =>
    [
        Whole("utf-16-little-endian", new UnicodeEncoding(bigEndian: false, byteOrderMark: false)),
        Whole("utf-16-little-endian-with-mark", new UnicodeEncoding(bigEndian: false, byteOrderMark: true)),
        Whole("utf-16-big-endian", new UnicodeEncoding(bigEndian: true, byteOrderMark: false)),
        Whole("utf-16-big-endian-with-mark", new UnicodeEncoding(bigEndian: true, byteOrderMark: true)),
        Whole("utf-32-little-endian", new UTF32Encoding(bigEndian: false, byteOrderMark: false)),
        Whole("utf-32-big-endian", new UTF32Encoding(bigEndian: true, byteOrderMark: false)),
        Case("latin-1", request => Encoding.Latin1.GetBytes(AsciiDraft(request).With("prompt", Accented).ToText())),
        Prompt("windows-1252-apostrophe", [.. "it"u8, 0x92, .. "s a fox"u8]),
        Prompt("shift-jis", [0x8c, 0xcf]),
        Prompt("gb18030", [0xba, 0xfc, 0xc0, 0xea]),
        Prompt("lone-continuation-byte", [0x80]),
        Prompt("truncated-character", [0xe7, 0x8b]),
        Prompt("overlong-slash", [0xc0, 0xaf]),
        Prompt("overlong-zero", [0xc0, 0x80]),
        Prompt("encoded-surrogate", [0xed, 0xa0, 0x80]),
        Prompt("surrogate-pair-in-cesu-8", [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
        Prompt("beyond-unicode", [0xf4, 0x90, 0x80, 0x80]),
        Prompt("byte-ff", [0xff]),
        Case("gzip-undeclared", request => Gzip(BodyDraft.ToUtf8(request))),
    ];

    private static PayloadCase Whole(string name, Encoding encoding) =>
        Case(name, request => [.. encoding.GetPreamble(), .. encoding.GetBytes(BodyDraft.Of(request).ToText())]);

    private static PayloadCase Prompt(string name, byte[] bytes) =>
        Case(name, request => BodyDraft.Of(request).With("prompt", [.. "\"a fox "u8, .. bytes, .. "\""u8]).ToUtf8());

    /// <summary>A draft whose texts are ASCII, so that Latin-1 can hold all of it.</summary>
    private static BodyDraft AsciiDraft(VideoRequest request) => BodyDraft.Of(request with { NegativePrompt = null });

    /// <summary>
    /// A gzip file with one stored block (RFC 1951, 3.2.4; RFC 1952, 2.3): written by hand, because a compressor's bytes
    /// change with its version.
    /// </summary>
    private static byte[] Gzip(byte[] bytes)
    {
        var length = BitConverter.GetBytes((ushort)bytes.Length);
        return
        [
            0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff, 0x01, .. length, (byte)~length[0], (byte)~length[1], .. bytes,
            .. BitConverter.GetBytes(Crc32(bytes)), .. BitConverter.GetBytes(bytes.Length),
        ];
    }

    private static uint Crc32(byte[] bytes)
    {
        var remainder = ~0u;
        foreach (var value in bytes)
        {
            remainder ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder >> 1) ^ ((remainder & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return ~remainder;
    }

    private static PayloadCase Case(string name, Func<VideoRequest, byte[]> write)
    {
        var label = new PayloadLabel(ViolationFamily.WrongEncoding, PayloadLabel.Body, name, Standing.Invalid)
        {
            Fault = ParameterFaultKind.MalformedJson,
            Member = "",
        };
        return new PayloadCase(label, write);
    }
}
