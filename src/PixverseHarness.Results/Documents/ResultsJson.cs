using System.Text.Encodings.Web;
using System.Text.Json;

namespace PixverseHarness.Results.Documents;

/// <summary>
/// The serialiser of the documents. It leaves text readable (p(95)&lt;120s): they are files, never part of a page, and the
/// HTML report encodes for itself.
/// </summary>
internal static class ResultsJson
{
    public static ResultsJsonContext Context { get; } =
        new(new JsonSerializerOptions(ResultsJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
