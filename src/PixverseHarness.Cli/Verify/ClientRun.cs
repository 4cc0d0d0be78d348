using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Simulate;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.Verification.Clients;

namespace PixverseHarness.Cli.Verify;

/// <summary><c>verify --client</c>: runs a program against a twin and checks every request that it sent.</summary>
internal sealed class ClientRun(VerbContext context, ApiProfile profile, SnapshotFlags snapshots, ReportFiles files)
{
    // The clock stays real, so that the program's own waits are true; only the jobs are short.
    private static readonly TimeSpan JobTime = TimeSpan.FromSeconds(1);

    /// <summary>Runs the program to its end.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="FaultException">No command was given, it cannot be started, or it sent no request.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        if (command.Count == 0)
        {
            throw new FaultException(new Fault(GeneralMessages.MissingArgument, "--client needs a command")
            {
                Next = "Write: pixverse verify --client -- COMMAND ARGS",
            });
        }

        // Of the real shape, and other than any key of the docs: a program that brings its own key is seen.
        var key = string.Create(CultureInfo.InvariantCulture, $"SG_{context.Seed ^ 0x9e37_79b9_7f4a_7c15:x16}");
        var record = new ClientRecord();
        var (code, origin) = await PlayAsync(command, key, record, cancellationToken);
        var (requests, ids) = record.Read();
        if (requests.Count == 0)
        {
            throw new FaultException(new Fault(VerifyMessages.NoRequest, $"{Quoted.Of(command[0])} sent no request and ended with exit code {Text(code)}"));
        }

        var violations = new ClientCheck(key, ids, profile).Violations(requests);
        var pinned = snapshots.AreAsked(context) ? new SnapshotRun(context, snapshots).Run(requests, ids, key, origin) : null;
        Report(violations, requests.Count, code, pinned);
        files.Write(ClientReport.Of(command[0], profile.Name, context.Seed, requests, violations, pinned), ImmutableDictionary<string, string>.Empty);
        return violations.IsEmpty && pinned?.Report.HasFailures != true ? ExitCodes.Ok : ExitCodes.Findings;
    }

    private async Task<(int Code, string Origin)> PlayAsync(IReadOnlyList<string> command, string key, ClientRecord record, CancellationToken cancellationToken)
    {
        var options = new PixverseTwinOptions
        {
            Twin = new TwinOptions { Seed = context.Seed, Profile = profile, Keys = [key], ServiceTime = JobTime },
            OnRequest = record.Keep,
            OnEntry = (_, entry) => record.Keep(entry),
            DrainTime = JobTime,
        };
        await using var twin = await TwinListener.StartAsync(context, options, cancellationToken);
        var origin = twin.Origin.GetLeftPart(UriPartial.Authority);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PIXVERSE_BASE_URL"] = origin,
            ["SEGMIND_BASE_URL"] = twin.SdkBaseUrl,
            ["SEGMIND_API_KEY"] = key,
        };

        // With --output json standard output is the document's alone.
        var output = context.IsJson ? context.Error : context.Output;
        var code = await context.Edges.Machine.RunAsync(command[0], [.. command.Skip(1)], variables, output, context.Error, cancellationToken)
            ?? throw new FaultException(new Fault(VerifyMessages.CannotStart, $"{Quoted.Of(command[0])} cannot be started"));
        return (code, origin);
    }

    private void Report(ImmutableArray<ClientViolation> violations, int requests, int code, SnapshotResult? pinned)
    {
        if (context.IsJson)
        {
            var document = new ClientDocument(1, profile.Name, context.Seed, code, requests, [.. violations.Select(ClientFault.Of)], SnapshotDocument.Of(pinned));
            context.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.ClientDocument));
            return;
        }

        if (pinned is not null)
        {
            new SnapshotText(context.Output).WriteFailures(pinned.Report);
        }

        foreach (var violation in violations)
        {
            context.Output.WriteLine($"VIOLATED {violation.Rule.Id}  {violation.Rule.Sentence}");
            context.Output.WriteLine($"    at        request {Text(violation.Request)}, {violation.Where}");
            context.Output.WriteLine($"    seen      {violation.Seen}");
            context.Output.WriteLine($"    clause    {violation.Rule.Clause} ({violation.Rule.Evidence})");
        }

        if (pinned is not null)
        {
            new SnapshotText(context.Output).WriteCounts(pinned);
        }

        context.Output.WriteLine($"client: the program ended with exit code {Text(code)}; profile {profile.Name}, seed {context.Seed.ToString(CultureInfo.InvariantCulture)}");
        context.Output.WriteLine($"requests: {Text(requests)}, violations: {Text(violations.Length)}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
