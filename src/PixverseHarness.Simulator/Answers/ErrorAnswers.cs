using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Answers;

/// <summary>Error answers that do not speak of a job's end (section 8).</summary>
internal static class ErrorAnswers
{
    /// <summary>The answer of a cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="status">Its status under the profile.</param>
    /// <param name="message">Text instead of the cause's own; null takes that.</param>
    public static TwinResponse Of(ErrorCause cause, int status, string? message = null) => cause.IsHtml
        ? new TwinResponse { Status = status, ContentType = "text/html; charset=utf-8", Body = Html(status, cause.Message) }
        : Json(status, message ?? cause.Message);

    /// <summary>An answer with the gateway's envelope.</summary>
    public static TwinResponse Json(int status, string message) => new()
    {
        Status = status,
        ContentType = "application/json",
        Body = JsonBody.Object(message, static (writer, text) => writer.WriteString("error", text)),
    };

    /// <summary>What the twin does not model: 501, marked so that nobody takes it for the API.</summary>
    public static TwinResponse NotModelled(string reason) =>
        Json(501, $"Not modelled by this simulator: {reason}.").WithHeader("x-twin-unsupported", reason);

    /// <summary>Text of a cause with the request id filled in.</summary>
    public static string WithId(ErrorCause cause, string id) => cause.Message.Replace("{id}", id, StringComparison.Ordinal);

    /// <summary>Text of a cause with amounts filled in.</summary>
    public static string WithAmounts(ErrorCause cause, MicroDollars balance, MicroDollars required) => cause.Message
        .Replace("{balance}", Credits(balance), StringComparison.Ordinal)
        .Replace("{required}", Credits(required), StringComparison.Ordinal);

    private static string Credits(MicroDollars amount) => amount.ToDollars().ToString("0.0#####", CultureInfo.InvariantCulture);

    private static byte[] Html(int status, string title) =>
        Encoding.UTF8.GetBytes($"<!doctype html>\n<html lang=en>\n<title>{status} {title}</title>\n<h1>{title}</h1>\n<p>The method is not allowed for the requested URL.</p>\n");
}
