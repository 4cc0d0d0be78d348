namespace PixverseHarness.Client;

/// <summary>Tells an MP4 file from what services send in its place.</summary>
internal static class VideoBytes
{
    /// <summary>A file of the ISO base media format starts with a box: 4 bytes of length, then its type, <c>ftyp</c>.</summary>
    public const int SignatureLength = 8;

    /// <summary>Null if the bytes begin like an MP4 file.</summary>
    public static AnswerProblem? ProblemOf(ReadOnlySpan<byte> start) =>
        start.IsEmpty ? AnswerProblem.EmptyBody
        : start.Length >= SignatureLength && start[4..SignatureLength].SequenceEqual("ftyp"u8) ? null
        : IsMarkup(start) ? AnswerProblem.Html
        : AnswerProblem.NotAVideo;

    public static bool IsMarkup(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..];
}
