using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Verify;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.WireMock;

namespace PixverseHarness.Cli.Export;

/// <summary><c>pixverse export</c>: the twin in the form of another tool.</summary>
internal sealed class ExportVerb : Verb
{
    private const string WireMock = "wiremock";
    private static readonly string[] Forms = [WireMock];

    // Any instant will do; the same one makes the same files.
    private static readonly DateTimeOffset Epoch = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Argument<string> _form = new("FORM") { HelpName = WireMock, Description = "The form: wiremock, stub mappings for WireMock.Net." };
    private readonly ProfileFlags _profile = new();
    private readonly Option<string?> _out = OptionOf.Text("--out", "FOLDER", "Where the files go; files of the same name are replaced. Default pixverse-stubs.");

    /// <summary>Declares the verb.</summary>
    public ExportVerb()
        : base("export", "Writes the twin's answers in the form of another tool, and what that form cannot hold.")
    {
        Arguments.Add(_form);
        _profile.AddTo(this);
        Options.Add(_out);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse export wiremock --out stubs", "Stub mappings that WireMock.Net loads, with a README that says what they cannot do."),
        new("pixverse export wiremock --profile observed --seed 7 --out stubs", "The API as third parties saw it; the seed decides ids and times."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<HelpSection> Sections => [ProfileFlags.SwitchSection];

    /// <inheritdoc/>
    /// <exception cref="FaultException">There is no such form (PXH1001), or a file cannot be written (PXH0202).</exception>
    public override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var form = context.Get(_form)!;
        if (form != WireMock)
        {
            throw new FaultException(Fault.NotOneOf(ExportMessages.UnknownForm, $"{Quoted.Of(form)} is no form to export to", form, Forms));
        }

        var profile = _profile.Apply(context, ApiProfile.Documented);
        var folder = (context.Get(_out) ?? "pixverse-stubs").TrimEnd('/');
        var files = WireMockStubs.Create(new TwinOptions { Profile = profile, Seed = context.Seed }, new StillClock(Epoch));
        foreach (var (path, text) in files)
        {
            using var file = context.CreateFile($"{folder}/{path}");
            file.Write(Encoding.UTF8.GetBytes(text));
        }

        var document = new ExportDocument(1, form, profile.Name, context.Seed, folder, [.. files.Keys]);
        Announce(context, document);
        return Task.FromResult(ExitCodes.Ok);
    }

    private static void Announce(VerbContext context, ExportDocument document)
    {
        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.ExportDocument));
            return;
        }

        context.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"wrote {document.Files.Length} files to {document.Folder}: profile {document.Profile}, seed {document.Seed}"));
        context.Output.WriteLine($"load them: server.ReadStaticMappings(\"{document.Folder}/mappings\")");
        context.Output.WriteLine($"not in them: time, expiry, state per id, balances, limits, validation; {document.Folder}/README.md says more, pixverse simulate has it all");
    }
}
