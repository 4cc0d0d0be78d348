using PixverseHarness.Cli.Clauses;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Demo;
using PixverseHarness.Cli.Doctor;
using PixverseHarness.Cli.Export;
using PixverseHarness.Cli.Load;
using PixverseHarness.Cli.OpenApi;
using PixverseHarness.Cli.Payloads;
using PixverseHarness.Cli.Report;
using PixverseHarness.Cli.Repro;
using PixverseHarness.Cli.Simulate;
using PixverseHarness.Cli.Verify;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Cli;

/// <summary>
/// The one list of verbs. To add one: a folder with a class derived from <see cref="Verb"/>, its line here, its row in
/// the README, and its messages, gathered in <see cref="Messages.MessageCatalogue"/>.
/// </summary>
internal static class Verbs
{
    /// <summary>Every verb, in the order of the help page.</summary>
    public static IReadOnlyList<Verb> Create() =>
    [
        new DemoVerb(),
        new SimulateVerb(),
        new PayloadsVerb(),
        new ReproVerb(),
        new ClausesVerb(() => ClauseCatalogue.All),
        new VerifyVerb(),
        new LoadVerb(),
        new ReportVerb(),
        new OpenApiVerb(),
        new ExportVerb(),
        new DoctorVerb(),
    ];
}
