using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using Spectre.Console;

namespace PixverseHarness.Cli.Doctor;

/// <summary><c>pixverse doctor</c>: checks the environment and says what is missing.</summary>
internal sealed class DoctorVerb : Verb
{
    /// <summary>Declares the verb.</summary>
    public DoctorVerb()
        : base("doctor", "Checks the environment and says what is missing.")
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples =>
    [
        new("pixverse doctor", "Looks at runtime, terminal, loopback and optional programs; exits with 2 when something needed is broken."),
        new("pixverse doctor --output json", "The same for a program, with the version of every package in this build."),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var checks = await new Examination(context.Edges, Build.Switches).RunAsync(cancellationToken);
        if (context.IsJson)
        {
            var packages = Build.Packages.ToImmutableSortedDictionary(p => p.Name, p => p.Version, StringComparer.Ordinal);
            var document = new DoctorDocument(1, PixverseCommand.Version, checks, PackageTable.Rows, packages);
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.DoctorDocument));
        }
        else
        {
            Write(context, checks);
        }

        return checks.Any(c => c.Health == Health.Broken) ? ExitCodes.Usage : ExitCodes.Ok;
    }

    private static void Write(VerbContext context, ImmutableArray<DoctorCheck> checks)
    {
        var sheet = new Sheet("state", "what", "finding");
        foreach (var check in checks)
        {
            sheet.Add(Colour(check.Health), check.Health.ToString().ToLowerInvariant(), check.Name, Words(check));
        }

        context.Output.WriteLine($"pixverse {PixverseCommand.Version}");
        sheet.WriteTo(context);
        context.Output.WriteLine();
        WritePackages(context);
        context.Output.WriteLine();
        context.Output.WriteLine("All packages in this build: " + string.Join(", ", Build.Packages.Select(p => $"{p.Name} {p.Version}")));
    }

    private static void WritePackages(VerbContext context)
    {
        var sheet = new Sheet("package", "version", "by default", "where", "switched on by");
        foreach (var row in PackageTable.Rows)
        {
            sheet.Add(row.IsOnByDefault ? Color.Green : Color.Yellow, row.Package, row.Version, row.IsOnByDefault ? "on" : "off", row.Where, row.SwitchedOnBy.Trim('`'));
        }

        context.Output.WriteLine("The packages this harness is built on:");
        sheet.WriteTo(context);
    }

    private static Color Colour(Health health) => health switch
    {
        Health.Ok => Color.Green,
        Health.Absent => Color.Yellow,
        _ => Color.Red,
    };

    private static string Words(DoctorCheck check) => check.Remedy is null ? check.Finding : $"{check.Finding}. {check.Remedy}";
}
