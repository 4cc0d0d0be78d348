using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Scenarios;

/// <summary>A scenario file (<c>scenarios/scenario.schema.json</c>): what a run is for and what the twin models in it.</summary>
internal sealed record ScenarioFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>No scenario: every default.</summary>
    public static ScenarioFile Empty { get; } = new();

    /// <summary>What the scenario is for, in one sentence; null when the file does not say.</summary>
    public string? Purpose { get; init; }

    /// <summary>Seed of everything that is drawn; null leaves it to the command line.</summary>
    public ulong? Seed { get; init; }

    /// <summary>What the twin models; its own seed and clock are set by the verb.</summary>
    public TwinOptions Twin { get; init; } = new();

    /// <summary>Reads a file.</summary>
    /// <exception cref="FaultException">It cannot be read, is not JSON, or is wrong somewhere; all faults at once.</exception>
    public static ScenarioFile Read(string path, VerbContext context) => Parse(path, context.ReadFile(path));

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="json">Its bytes.</param>
    /// <exception cref="FaultException">It is not JSON, or is wrong somewhere; all faults at once.</exception>
    internal static ScenarioFile Parse(string name, ReadOnlyMemory<byte> json)
    {
        using var document = ParseJson(name, json);
        var faults = new List<Fault>();
        var root = JsonSection.Root(document.RootElement, name, faults);
        root.Text("$schema");
        root.Text("name");
        var scenario = new ScenarioFile
        {
            Purpose = root.Text("purpose"),
            Seed = root.WholeNumber("seed", 0, ulong.MaxValue),
            Twin = root.Section("twin") is { } twin ? TwinSection.Read(twin) : new TwinOptions(),
        };
        root.Close();
        return faults.Count == 0 ? scenario : throw new FaultException([.. faults]);
    }

    /// <summary>Parses the bytes of a scenario file of any kind; a member named twice is a fault.</summary>
    /// <exception cref="FaultException">It is not JSON (PXH0211).</exception>
    internal static JsonDocument ParseJson(string name, ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException unreadable)
        {
            throw new FaultException(new Fault(ScenarioMessages.NotJson, Words(unreadable)) { Where = Place(name, unreadable) });
        }
    }

    // The exception's own words end with the place, counted from zero.
    private static string Words(JsonException unreadable) =>
        unreadable.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.', ' ');

    private static string Place(string name, JsonException unreadable) => unreadable.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{name}, line {line + 1}, column {unreadable.BytePositionInLine + 1}")
        : name;
}
