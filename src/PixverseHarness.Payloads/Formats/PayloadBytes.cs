using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace PixverseHarness.Payloads.Formats;

/// <summary>Whether bytes can travel as text.</summary>
internal static class PayloadBytes
{
    /// <summary>The bytes as text; false when they are not UTF-8, or hold a zero byte, which no command line can.</summary>
    public static bool TryText(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = Utf8.IsValid(bytes.Span) && !bytes.Span.Contains((byte)0) ? Encoding.UTF8.GetString(bytes.Span) : null;
        return text is not null;
    }
}
