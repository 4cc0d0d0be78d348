using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Results.Analysis;
using PixverseHarness.Results.Findings;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Results.Documents;

/// <summary>
/// Everything a run learned that follows from its seed and its target; every report is rendered from it alone. What
/// belongs to one machine stands in <see cref="HostDocument"/>.
/// </summary>
public sealed record RunDocument
{
    /// <summary>The version that this code writes. The first number changes when old readers would misread.</summary>
    public const string CurrentSchemaVersion = "1.2";

    /// <summary>Version of the document's schema.</summary>
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>Who ran what.</summary>
    public required RunHeader Run { get; init; }

    /// <summary>The verdict and its reasons.</summary>
    public required VerdictDocument Verdict { get; init; }

    /// <summary>The thresholds, judged.</summary>
    public ImmutableArray<ThresholdResult> Thresholds { get; init; } = [];

    /// <summary>What the honesty analysers say against the run.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    /// <summary>What a contract verification found.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What a load run measured; null for other kinds.</summary>
    public MeasuredDocument? Measured { get; init; }

    /// <summary>What a contract verification looked at; null for other kinds.</summary>
    public VerificationDocument? Verification { get; init; }

    /// <summary>Concludes a load run: analyses it and gives the verdict.</summary>
    /// <param name="header">Who ran what.</param>
    /// <param name="measured">What it measured.</param>
    /// <param name="thresholds">The thresholds, judged.</param>
    /// <param name="generator">The generator's own health; null on a virtual clock.</param>
    /// <param name="ofEngine">What the engine itself has to say against the run; none by default.</param>
    public static RunDocument Conclude(
        RunHeader header,
        MeasuredDocument measured,
        ImmutableArray<ThresholdResult> thresholds,
        GeneratorDocument? generator = null,
        ImmutableArray<Remark> ofEngine = default)
    {
        var input = new AnalysisInput(measured, generator, thresholds);
        var remarks = RunAnalysers.All.SelectMany(analyser => analyser.Analyse(input)).Concat(ofEngine.IsDefault ? [] : ofEngine).ToImmutableArray();
        return new RunDocument
        {
            Run = header,
            Measured = measured,
            Thresholds = thresholds,
            Remarks = remarks,
            Verdict = Verdicts.Of(thresholds, remarks, []),
        };
    }

    /// <summary>Concludes a verification run: it fails by an error, and proves nothing when nothing was judged or a check broke down.</summary>
    /// <param name="header">Who ran what.</param>
    /// <param name="findings">What it found.</param>
    /// <param name="verification">What it looked at.</param>
    public static RunDocument Conclude(RunHeader header, ImmutableArray<Finding> findings, VerificationDocument verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        var remarks = verification.OwnFaults.Select(fault => new Remark("own-fault", RemarkWeight.ProvesNothing, $"A check broke down: {fault}"));
        if (verification.Judged() == 0)
        {
            remarks = remarks.Prepend(new Remark("no-data", RemarkWeight.ProvesNothing, "No clause could be checked."));
        }

        var doubts = remarks.ToImmutableArray();
        return new RunDocument
        {
            Run = header,
            Findings = findings,
            Verification = verification,
            Remarks = doubts,
            Verdict = Verdicts.Of([], doubts, findings),
        };
    }

    /// <summary>Writes the document as indented JSON with a final line feed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ResultsJson.Context.RunDocument) + "\n";

    /// <summary>Reads a document.</summary>
    /// <exception cref="JsonException">The text is not such a document, or of a newer major version.</exception>
    public static RunDocument FromJson(string json)
    {
        using (var parsed = JsonDocument.Parse(json))
        {
            var version = parsed.RootElement.ValueKind == JsonValueKind.Object && parsed.RootElement.TryGetProperty("schemaVersion", out var member)
                ? member.ToString()
                : "";
            if (!version.StartsWith("1.", StringComparison.Ordinal))
            {
                throw new JsonException($"The run document has schemaVersion \"{version}\"; this version reads 1.x.");
            }
        }

        return JsonSerializer.Deserialize(json, ResultsJson.Context.RunDocument) ?? throw new JsonException("The run document is null.");
    }
}
