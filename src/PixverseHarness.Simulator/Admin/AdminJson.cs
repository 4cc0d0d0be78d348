using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PixverseHarness.Simulator.Admin.Documents;

namespace PixverseHarness.Simulator.Admin;

/// <summary>How the documents of the admin API are written: camel case, null written out.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(IndexDocument))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(VersionDocument))]
[JsonSerializable(typeof(SettingsDocument))]
[JsonSerializable(typeof(ClockDocument))]
[JsonSerializable(typeof(FaultsDocument))]
[JsonSerializable(typeof(LedgerDocument))]
[JsonSerializable(typeof(RequestDocument))]
[JsonSerializable(typeof(RequestsDocument))]
[JsonSerializable(typeof(NearMissesDocument))]
[JsonSerializable(typeof(CountDocument))]
[JsonSerializable(typeof(JobDocument))]
[JsonSerializable(typeof(JobsDocument))]
[JsonSerializable(typeof(LimitsDocument))]
[JsonSerializable(typeof(SessionDocument))]
[JsonSerializable(typeof(SessionsDocument))]
[JsonSerializable(typeof(DroppedDocument))]
[JsonSerializable(typeof(WaitDocument))]
internal sealed partial class AdminJson : JsonSerializerContext
{
    /// <summary>The same, with text as it is: the answers are JSON documents, never part of a page.</summary>
    public static AdminJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
