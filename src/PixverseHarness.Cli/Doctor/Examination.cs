using System.Collections.Immutable;
using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.Doctor;

/// <summary>Looks at the environment: what the command needs, then what single features need.</summary>
/// <param name="edges">The machine to look at.</param>
/// <param name="switches">The optional adapters: the MSBuild property of each, with its value in this build.</param>
internal sealed class Examination(ProcessEdges edges, ImmutableArray<(string Name, string Value)> switches)
{
    private static readonly (string Name, string Program, string[] Arguments, string Purpose)[] OptionalPrograms =
    [
        ("ffprobe", "ffprobe", ["-version"], "only the tests that look inside the twin's videos are skipped without it"),
        ("chromium", "chromium", ["--version"], "only the tests that open the HTML report in a browser are skipped without it"),
        ("python3 httpx", "/usr/bin/python3", ["-c", "import httpx; print('httpx ' + httpx.__version__)"],
            "only the tests that replay a Python client are skipped without it (Debian: apt-get install python3-httpx)"),
    ];

    /// <summary>All checks, in order.</summary>
    public async Task<ImmutableArray<DoctorCheck>> RunAsync(CancellationToken cancellationToken)
    {
        var checks = ImmutableArray.CreateBuilder<DoctorCheck>();
        checks.Add(new DoctorCheck(".NET runtime", Health.Ok, edges.Machine.Runtime));
        checks.Add(new DoctorCheck("system", Health.Ok, edges.Machine.System));
        checks.Add(Terminal());
        checks.Add(Loopback());
        foreach (var (name, program, arguments, purpose) in OptionalPrograms)
        {
            var answer = await edges.Machine.AskAsync(program, arguments, cancellationToken);
            checks.Add(answer is null
                ? new DoctorCheck(name, Health.Absent, "not found", $"Optional: {purpose}.")
                : new DoctorCheck(name, Health.Ok, answer));
        }

        foreach (var (name, value) in switches)
        {
            checks.Add(string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
                ? new DoctorCheck(name, Health.Ok, "on in this build")
                : new DoctorCheck(name, Health.Absent, "off in this build", $"Optional: switch it on with dotnet build -p:{name}=true."));
        }

        return checks.ToImmutable();
    }

    private DoctorCheck Terminal()
    {
        var facts = edges.Terminal;
        var colour = edges.Variable("NO_COLOR") is { Length: > 0 } ? ", NO_COLOR is set" : "";
        return new DoctorCheck(
            "terminal", Health.Ok, facts.OutputIsTerminal ? $"{facts.Width} columns{colour}" : $"none: plain text without live progress{colour}");
    }

    private DoctorCheck Loopback() => edges.Machine.WhyNotListen(0) is { } reason
        ? new DoctorCheck("127.0.0.1", Health.Broken, $"cannot listen: {reason}", "Allow this program to listen on the loopback interface: simulate and demo need it.")
        : new DoctorCheck("127.0.0.1", Health.Ok, "can listen");
}
