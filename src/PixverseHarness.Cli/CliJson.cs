using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PixverseHarness.Cli.Clauses;
using PixverseHarness.Cli.Demo;
using PixverseHarness.Cli.Doctor;
using PixverseHarness.Cli.Export;
using PixverseHarness.Cli.Load;
using PixverseHarness.Cli.Payloads;
using PixverseHarness.Cli.Repro;
using PixverseHarness.Cli.Simulate;
using PixverseHarness.Cli.Verify;

namespace PixverseHarness.Cli;

/// <summary>Source-generated JSON of the documents that the command prints; every document has a <c>schemaVersion</c>.</summary>
[JsonSourceGenerationOptions]
[JsonSerializable(typeof(BreakpointDocument))]
[JsonSerializable(typeof(ClausesDocument))]
[JsonSerializable(typeof(ClientDocument))]
[JsonSerializable(typeof(CoverageDocument))]
[JsonSerializable(typeof(DemoDocument))]
[JsonSerializable(typeof(DoctorDocument))]
[JsonSerializable(typeof(ExplainDocument))]
[JsonSerializable(typeof(ExportDocument))]
[JsonSerializable(typeof(ListeningDocument))]
[JsonSerializable(typeof(ForecastDocument))]
[JsonSerializable(typeof(ReproDocument))]
[JsonSerializable(typeof(ReproListDocument))]
[JsonSerializable(typeof(SelfTestDocument))]
[JsonSerializable(typeof(SnapshotDocument))]
[JsonSerializable(typeof(VerifyDocument))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Indented, camel case, enum values in kebab case, nothing escaped that JSON allows.</summary>
    public static CliJson Readable { get; } = new(Form(indented: true));

    /// <summary>The same on one line.</summary>
    public static CliJson OneLine { get; } = new(Form(indented: false));

    private static JsonSerializerOptions Form(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
