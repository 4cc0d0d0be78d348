using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.OpenApi;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Cli.OpenApi;

/// <summary><c>pixverse openapi</c>: the contract as an OpenAPI 3.1 document.</summary>
internal sealed class OpenApiVerb : Verb
{
    private readonly ProfileFlags _profile = new();
    private readonly Option<string?> _file = OptionOf.Text("--out", "FILE", "Where the document goes. Default: standard output.");

    /// <summary>Declares the verb.</summary>
    public OpenApiVerb()
        : base("openapi", "Writes the contract as an OpenAPI 3.1 document.")
    {
        _profile.AddTo(this);
        Options.Add(_file);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse openapi --out pixverse.openapi.json", "Writes the document to a file, for generators, linters and readers."),
        new("pixverse openapi --profile observed --switch unknown-members=reject", "The API as third parties saw it, with one choice changed."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<HelpSection> Sections => [ProfileFlags.SwitchSection];

    /// <inheritdoc/>
    /// <exception cref="FaultException">The file cannot be created (PXH0202).</exception>
    public override Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var document = OpenApiDocument.ToJson(_profile.Apply(context, ApiProfile.Documented));
        if (context.Get(_file) is not { } path)
        {
            context.Output.Write(document);
            return Task.FromResult(ExitCodes.Ok);
        }

        using (var file = context.CreateFile(path))
        {
            file.Write(Encoding.UTF8.GetBytes(document));
        }

        context.Error.WriteLine($"wrote {path}");
        return Task.FromResult(ExitCodes.Ok);
    }
}
