namespace PixverseHarness.Payloads.Formats;

/// <summary>How payloads are written as text.</summary>
public enum PayloadFormat
{
    /// <summary>
    /// JSON Lines. Valid payloads that are not described stand as they are, one body a line; all others in an envelope with
    /// <c>contentType</c> and <c>body</c> as text, or <c>bodyBase64</c> where the bytes are no text.
    /// </summary>
    Jsonl,

    /// <summary>One shell command (bash) a payload; base URL and key come from the environment.</summary>
    Curl,

    /// <summary>An <c>.http</c> file, as editors send it.</summary>
    Http,
}
