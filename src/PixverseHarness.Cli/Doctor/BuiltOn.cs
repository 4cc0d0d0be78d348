using System.Collections.Immutable;

namespace PixverseHarness.Cli.Doctor;

/// <summary>One package that the harness is built on.</summary>
/// <param name="Package">Its name.</param>
/// <param name="Does">What it does here, in a few words.</param>
/// <param name="Where">The project that uses it; for a part of .NET the one that uses it most.</param>
/// <param name="Switch">The MSBuild property, or environment variable, that switches it on; null when it is always on.</param>
/// <param name="IsPartOfDotNet">Whether it comes with the SDK.</param>
internal sealed record BuiltOn(string Package, string Does, string Where, string? Switch = null, bool IsPartOfDotNet = false)
{
    /// <summary>All of them: those that were asked for by name first.</summary>
    public static ImmutableArray<BuiltOn> All { get; } =
    [
        new("WireMock.Net", "another host of the twin: `--host wiremock`, `server.AddPixverse(...)`, `export wiremock`", "Integrations/PixverseHarness.WireMock"),
        new("NBomber", "runs our load scenarios: `load --engine nbomber`", "Integrations/PixverseHarness.NBomber", "PixverseNBomber"),
        new("Verify.Xunit", "pins requests and answers in your own tests, by the files that `pixverse verify` shares", "Integrations/PixverseHarness.Verify", "PixverseVerify"),
        new("Bogus", "realistic prompts and parameters, the same for the same seed", "PixverseHarness.Payloads"),
        new("System.Text.Json", "every body on the wire, source-generated", "PixverseHarness.Contract", IsPartOfDotNet: true),
        new("ASP.NET Core Kestrel", "the twin's HTTP host", "PixverseHarness.Simulator", IsPartOfDotNet: true),
        new("System.CommandLine", "the command line and its completions", "PixverseHarness.Cli"),
        new("Spectre.Console", "tables and live progress on a terminal", "PixverseHarness.Cli"),
        new("HdrHistogram", "histograms of durations: bounded memory, exact merge", "PixverseHarness.Results"),
        new("MathNet.Numerics", "quantiles and distributions for intervals", "PixverseHarness.Results"),
        new("DiffPlex", "what differs between a snapshot and its file", "PixverseHarness.Verification"),
        new("OpenTelemetry.Exporter.OpenTelemetryProtocol", "sends the twin's metrics to a collector", "PixverseHarness.Cli"),
        new("System.IO.Hashing", "stable hashes, from which fates and fault decisions follow", "PixverseHarness.Simulator"),
    ];
}
