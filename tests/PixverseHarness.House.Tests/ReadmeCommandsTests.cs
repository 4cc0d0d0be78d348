using PixverseHarness.TestKit;

namespace PixverseHarness.House.Tests;

/// <summary>The README's commands are the ones that CI runs: a reader who follows it does what is known to work.</summary>
public sealed class ReadmeCommandsTests
{
    [Theory]
    [InlineData("test", "dotnet test PixverseHarness.sln -c Release")]
    [InlineData("demo", "dotnet run -c Release --project src/PixverseHarness.Cli -- demo")]
    public void Readme_MarkedCommand_IsTheOneThatCiRuns(string mark, string command)
    {
        Assert.Equal([command], Commands(mark));
        Assert.Single(Repository.Lines(".ci/run"), line => !line.StartsWith('#') && line.Contains(command, StringComparison.Ordinal));
    }

    [Fact]
    public void Workflow_Steps_RunTheCiScript() =>
        Assert.Contains("run: bash .ci/run", Repository.Text(".github/workflows/ci.yml"), StringComparison.Ordinal);

    [SkippableFact]
    public void CiScript_OnUnix_IsExecutable()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("Windows has no executable bit.");
        }

        Assert.True(File.GetUnixFileMode(RepositoryRoot.Combine(".ci/run")).HasFlag(UnixFileMode.UserExecute));
    }

    private static IEnumerable<string> Commands(string mark) =>
        Repository.Lines("README.md")
            .SkipWhile(line => line.Trim() != $"<!-- commands:{mark} -->")
            .SkipWhile(line => !line.StartsWith("```", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("```", StringComparison.Ordinal));
}
