using System.Text.RegularExpressions;
using PixverseHarness.Cli.Repro;

namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>Every name that can be reproduced ends as its profile says, by hand and by every program that is printed.</summary>
[Collection("console")]
public abstract partial class ReproTests(PlayedCases cases)
{
    [Fact]
    public void Play_EveryName_EndsAsTheProfileSays() => None(
        from run in cases.Runs
        where !run.IsAsExpected
        select $"{run.Case.Name}: {EndWords.Of(run.Last.Status, run.Last.End)} instead of {run.Case.Outcome}");

    [SkippableFact]
    public async Task Curl_AgainstTheKeptTwin_MeetsTheNamedStatusOrEnd()
    {
        Skip.IfNot(await Programs.IsThereAsync("bash", "--version") && await Programs.IsThereAsync("curl", "--version"), "bash or curl is not installed.");
        var files = await cases.WriteAsync(".sh", s => s.Curl);

        var (_, output) = await Programs.RunAsync("bash", ["-c", "for f; do bash \"$f\" 2>&1; echo; echo \"@@@ $?\"; done", "repro", .. files]);

        // The status of the last head: a large body is preceded by 100 Continue.
        var answers = output.Split("@@@ ")[..^1];
        None(from pair in cases.Runs.Zip(answers)
             let status = StatusLine().Matches(pair.Second).LastOrDefault()?.Groups[1].Value
             where status != pair.First.Case.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture)
             select $"{pair.First.Case.Name}: {status ?? "no answer"} instead of {pair.First.Case.Outcome}");
        None(from pair in cases.Runs.Zip(answers)
             where pair.First.Case.End != WireEnd.Complete && !pair.Second.Contains("curl: (", StringComparison.Ordinal)
             select $"{pair.First.Case.Name}: curl saw nothing wrong");
    }

    [Fact]
    public Task HttpClientProgram_AgainstTheKeptTwin_CompilesAndMeetsTheSame() => RunAllAsync("HttpClient", s => s.HttpClient, (run, output) =>
        run.Case.End == WireEnd.Complete ? output.StartsWith($"{run.Case.Status}\n", StringComparison.Ordinal) : output.Contains("no whole answer", StringComparison.Ordinal));

    [Fact]
    public Task PixverseClientProgram_AgainstTheKeptTwin_CompilesAndMeetsTheSame() => RunAllAsync("PixverseClient", s => s.PixverseClient, (run, output) =>
        output.StartsWith("PixverseClient never sends", StringComparison.Ordinal)
        || output.StartsWith(run.Case.Status is { } status ? $"{status}\n" : "no whole answer\n", StringComparison.Ordinal));

    [SkippableFact]
    public async Task HttpxProgram_AgainstTheKeptTwin_MeetsTheSame()
    {
        Skip.IfNot(await Programs.IsThereAsync(Programs.Python, "-c", "import httpx"), "httpx is not installed for the system's Python.");
        var files = await cases.WriteAsync(".py", s => s.PythonHttpx);

        var (_, output) = await Programs.RunAsync(Programs.Python, ["-c", "import runpy, sys\nfor f in sys.argv[1:]:\n    runpy.run_path(f)\n    print('@@@')\n", .. files]);

        None(from pair in cases.Runs.Zip(output.Split("@@@\n"))
             let expected = pair.First.Case.End == WireEnd.Complete ? $"{pair.First.Case.Status}\n" : "no whole answer"
             where !pair.Second.StartsWith(expected, StringComparison.Ordinal)
             select $"{pair.First.Case.Name}: {pair.Second}");
    }

    [SkippableFact]
    public async Task PythonPrograms_OfBothKinds_Compile()
    {
        Skip.IfNot(await Programs.IsThereAsync("python3", "--version"), "Python is not installed.");
        IReadOnlyList<string> files = [.. await cases.WriteAsync(".httpx.py", s => s.PythonHttpx), .. await cases.WriteAsync(".segmind.py", s => s.PythonSegmind)];

        var (code, output) = await Programs.RunAsync("python3", ["-m", "py_compile", .. files]);

        Assert.True(code == 0, output);
    }

    [Fact]
    public void Shown_Exchanges_HideTheKey() => Assert.All(cases.Runs, run =>
        Assert.DoesNotContain(run.Exchanges.SelectMany(e => e.Request.Concat(e.Response)), line => line.Contains("SG_0000", StringComparison.Ordinal)));

    private async Task RunAllAsync(string tool, Func<Snippets, string> snippet, Func<ReproRun, string, bool> isRight)
    {
        var wrong = new List<string>();
        foreach (var run in cases.Runs)
        {
            var output = await PrintedProgram.RunAsync($"{tool}-{run.Case.Name}", snippet(Snippets.Of(run.Origin, run.Final)));
            if (!isRight(run, output))
            {
                wrong.Add($"{run.Case.Name}: {output}");
            }
        }

        None(wrong);
    }

    private static void None(IEnumerable<string> wrong) => Assert.Equal("", string.Join('\n', wrong));

    [GeneratedRegex(@"^HTTP/1\.1 (\d{3})", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StatusLine();
}
