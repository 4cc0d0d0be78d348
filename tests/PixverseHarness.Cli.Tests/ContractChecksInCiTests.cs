using System.Globalization;
using PixverseHarness.Cli.Tests.Repro;
using PixverseHarness.Results.Documents;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>The page on contract checks in CI, and the workflow that it offers, do what they say.</summary>
public sealed class ContractChecksInCiTests
{
    private static readonly MarkedText Page = new("docs/contract-checks-in-ci.md");
    private const string Workflow = ".github/workflows/contract-checks.yml";

    [SkippableFact]
    public async Task Page_Commands_EndAsThePageSays()
    {
        Skip.IfNot(await Programs.IsThereAsync("bash", "--version"), "bash is not installed.");
        Skip.IfNot(await Programs.IsThereAsync("curl", "--version"), "curl is not installed.");
        using var folder = new TemporaryFolder();
        var ran = 0;

        foreach (var (kind, value, text) in Page.Blocks())
        {
            if (kind == "file")
            {
                await File.WriteAllTextAsync(folder.File(value), text);
                continue;
            }

            Assert.Equal("run", kind);
            var (code, output) = await RunAsync(folder, text);
            Assert.True(code == int.Parse(value, CultureInfo.InvariantCulture), $"{text} ended with {code}:\n{output}");
            ran++;
        }

        Assert.Equal(8, ran);
        Assert.True(File.Exists(folder.File("reports/wrong/report.html")));
        Assert.NotEmpty(Directory.GetFiles(folder.File("reports/wrong/repro")));
        Assert.Equal(Verdict.Passed, RunDocument.FromJson(await File.ReadAllTextAsync(folder.File("reports/contract/run.json"))).Verdict.Result);
    }

    [SkippableFact]
    public async Task Workflow_Commands_CheckImplementationAndClientAndWriteTheSummary()
    {
        Skip.IfNot(await Programs.IsThereAsync("bash", "--version"), "bash is not installed.");
        Skip.IfNot(await Programs.IsThereAsync("curl", "--version"), "curl is not installed.");
        using var folder = new TemporaryFolder();
        var client = Page.Blocks().Single(b => b.Kind == "file");
        await File.WriteAllTextAsync(folder.File(client.Value), client.Text);
        var commands = Steps().Where(c => c.StartsWith("pixverse ", StringComparison.Ordinal)).ToArray();

        Assert.Equal(2, commands.Length);
        var taken = Page.Blocks().Single(b => b.Text.Contains("--accept", StringComparison.Ordinal));
        Assert.Equal(0, (await RunAsync(folder, taken.Text)).Code);
        foreach (var command in commands)
        {
            var (code, output) = await RunAsync(
                folder, command, ("TARGET", "simulator"), ("PROFILE", "documented"), ("CLIENT", $"bash {client.Value}"), ("SNAPSHOTS", "contracts"), ("GITHUB_STEP_SUMMARY", folder.File("summary.md")));
            Assert.True(code == 0, $"{command} ended with {code}:\n{output}");
        }

        Assert.All(["api", "client"], part => Assert.NotEmpty(Directory.GetFiles(folder.File($"contracts/{part}"), "*.verified.*")));
        Assert.All(["contract", "client"], part => Assert.Equal(5, Directory.GetFiles(folder.File($"reports/{part}")).Length));
        var summary = await File.ReadAllTextAsync(folder.File("summary.md"));
        Assert.All(["## ✅ contract: PASSED", "## ✅ client: PASSED"], heading => Assert.Contains(heading, summary, StringComparison.Ordinal));
    }

    // An input that is pasted into a shell line could be any shell line.
    [Fact]
    public void Workflow_ShellLines_HoldNoExpression() =>
        Assert.All(Steps(), command => Assert.DoesNotContain("${{", command, StringComparison.Ordinal));

    [Fact]
    public void Page_Installation_IsThatOfTheWorkflow()
    {
        var page = Page.Lines;

        Assert.All(Steps().Where(c => c.StartsWith("dotnet ", StringComparison.Ordinal)), command => Assert.Contains(command, page));
    }

    private static IEnumerable<string> Steps()
    {
        var lines = File.ReadAllLines(RepositoryRoot.Combine(Workflow));
        foreach (var (index, line) in lines.Index().Where(l => l.Item.TrimStart().StartsWith("run: ", StringComparison.Ordinal)))
        {
            var command = line.TrimStart()["run: ".Length..];
            if (command != "|")
            {
                yield return command;
                continue;
            }

            var indent = line.Length - line.TrimStart().Length;
            foreach (var next in lines[(index + 1)..].TakeWhile(l => l.Length - l.TrimStart().Length > indent))
            {
                yield return next.Trim();
            }
        }
    }

    // What is built stands on the path under the name that installing it gives it.
    private static async Task<(int Code, string Output)> RunAsync(TemporaryFolder folder, string commands, params (string Name, string Value)[] variables)
    {
        var build = typeof(ExitCodes).Assembly.Location;
        var script = $$"""
            pixverse() { dotnet '{{build}}' "$@"; }
            cd '{{folder.Path}}'
            {{commands}}
            """;
        return await Programs.RunAsync("env", ["CI=false", .. variables.Select(v => $"{v.Name}={v.Value}"), "bash", "-euo", "pipefail", "-c", script]);
    }
}
