using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Reproduction;

/// <summary>Writes a request as a curl command for a POSIX shell. Keys of the scene stand as a variable.</summary>
internal static class CurlLine
{
    private const int LongestBody = 2048;

    /// <summary>The command of an exchange.</summary>
    public static string Of(Exchange exchange) => Of(exchange.Request, exchange.Conversation.Scene, Quoted(exchange.Request.Uri.AbsoluteUri));

    /// <summary>A command.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="scene">Whose keys stand as variables.</param>
    /// <param name="url">The URL, quoted for the shell.</param>
    public static string Of(ExchangeRequest request, Scene scene, string url)
    {
        var line = new StringBuilder("curl -sS -i");
        if (!string.Equals(request.Method, "GET", StringComparison.Ordinal))
        {
            line.Append(CultureInfo.InvariantCulture, $" -X {request.Method}");
        }

        line.Append(' ').Append(url);
        if (request.Key is { } key)
        {
            var secret = Redaction.VariableOf(key, scene);
            line.Append(secret is null ? $" -H {Quoted($"{Operations.KeyHeader}: {key}")}" : $" -H \"{Operations.KeyHeader}: ${secret}\"");
        }

        foreach (var (name, value) in request.Headers)
        {
            line.Append(CultureInfo.InvariantCulture, $" -H {Quoted($"{name}: {value}")}");
        }

        if (!request.Body.IsEmpty || request.ContentType is not null)
        {
            line.Append(CultureInfo.InvariantCulture, $" -H {Quoted(request.ContentType is { } type ? $"Content-Type: {type}" : "Content-Type:")}").Append(Body(request.Body));
        }

        return line.ToString();
    }

    /// <summary>A text that the shell takes as it stands.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    // Bytes that no shell text can hold, and very long bodies, are printed from octal escapes or generated.
    private static string Body(ReadOnlyMemory<byte> body)
    {
        if (body.Length <= LongestBody && System.Text.Unicode.Utf8.IsValid(body.Span) && !body.Span.Contains((byte)0))
        {
            return $" --data-binary {Quoted(Encoding.UTF8.GetString(body.Span))}";
        }

        var octal = new StringBuilder(" --data-binary @<(printf '");
        foreach (var value in body.Span[..Math.Min(body.Length, LongestBody)])
        {
            octal.Append(CultureInfo.InvariantCulture, $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}");
        }

        return octal.Append(body.Length > LongestBody ? $"'; head -c {body.Length - LongestBody} /dev/zero | tr '\\0' ' ')" : "')").ToString();
    }
}
