using System.Text.Json;

namespace PixverseHarness.House.Tests;

/// <summary>Projects are the layers: who may refer to whom, as MSBuild evaluates it and not as a file reads.</summary>
public sealed class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["PixverseHarness.Contract"] = [],
        ["PixverseHarness.Results"] = [],
        ["PixverseHarness.Payloads"] = ["PixverseHarness.Contract"],
        ["PixverseHarness.Simulator"] = ["PixverseHarness.Contract"],
        ["PixverseHarness.Client"] = ["PixverseHarness.Contract"],
        ["PixverseHarness.Load"] = ["PixverseHarness.Results"],
        ["PixverseHarness.Reporting"] = ["PixverseHarness.Results"],
        ["PixverseHarness.Verification"] = ["PixverseHarness.Contract", "PixverseHarness.Payloads", "PixverseHarness.Results"],
        ["PixverseHarness.NBomber"] = ["PixverseHarness.Load"],
        ["PixverseHarness.WireMock"] = ["PixverseHarness.Simulator"],
        ["PixverseHarness.Verify"] = ["PixverseHarness.Verification"],
    };

    /// <summary>Put together from every part, so it may refer to all.</summary>
    private const string Composition = "PixverseHarness.Cli";

    public static TheoryData<string> Projects { get; } = [.. Repository.SourceProjects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReference_OfASourceProject_KeepsTheDirection(string project)
    {
        var name = Repository.NameOf(project);
        if (name == Composition)
        {
            return;
        }

        Assert.True(Allowed.ContainsKey(name), $"{name} is not in the table of directions: decide what it may refer to.");
        foreach (var switches in new[] { "false", "true" })
        {
            Assert.All(References(project, switches), reference =>
                Assert.True(Allowed[name].Contains(reference), $"{name} may not refer to {reference}."));
        }
    }

    private static IEnumerable<string> References(string project, string switches)
    {
        var (exitCode, output) = Dotnet.Run(
            "msbuild", project, "-getItem:ProjectReference", $"-p:PixverseIntegrations={switches}",
            $"-p:PixverseNBomber={switches}", $"-p:PixverseVerify={switches}");
        Assert.True(exitCode == 0, output);
        using var document = JsonDocument.Parse(output);
        return [.. document.RootElement.GetProperty("Items").GetProperty("ProjectReference").EnumerateArray()
            .Select(item => Path.GetFileNameWithoutExtension(item.GetProperty("Identity").GetString()!.Replace('\\', '/')))];
    }
}
