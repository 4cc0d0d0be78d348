using System.Globalization;
using PixverseHarness.TestKit;

namespace PixverseHarness.House.Tests;

/// <summary>The bans bite: offences planted in a copy of the house fail its build, each on its own line.</summary>
public sealed class BannedSymbolTests
{
    private const string Lists = ".config/analyzers/BannedSymbols.";

    [Fact]
    public void Offences_Table_HasOneForEveryBannedSymbol()
    {
        Assert.Equal(Banned("Clock"), PlantedOffences.Clock.Select(o => o.Symbol));
        Assert.Equal(Banned("Edges"), PlantedOffences.Edges.Select(o => o.Symbol));
    }

    [Fact]
    public void Build_OfASourceProjectWithOffences_FailsOnEveryOneButAtTheEdges()
    {
        var all = PlantedOffences.Clock.Concat(PlantedOffences.Edges).ToList();
        using var house = new TemporaryFolder();
        Plant(house, "src/PixverseHarness.Cli/Offences.cs", PlantedOffences.Source(all));
        Plant(house, "src/PixverseHarness.Cli/Edges/Allowed.cs", PlantedOffences.Source(all).Replace("Offences", "Allowed", StringComparison.Ordinal));

        var flagged = Build(house, "src/PixverseHarness.Cli/Planted.csproj");

        Assert.Equal(all.Select(o => $"Offences.cs {o.Symbol}"), flagged);
    }

    [Fact]
    public void Build_OfATestProjectWithOffences_FailsOnClocksAndRandomness()
    {
        using var house = new TemporaryFolder();
        var all = PlantedOffences.Clock.Concat(PlantedOffences.Edges);
        Plant(house, "tests/Planted/Offences.cs", PlantedOffences.Source(all));

        var flagged = Build(house, "tests/Planted/Planted.csproj");

        Assert.Equal(PlantedOffences.Clock.Select(o => $"Offences.cs {o.Symbol}"), flagged);
    }

    private static IEnumerable<string> Banned(string list) =>
        Repository.Lines($"{Lists}{list}.txt").Where(line => line.Length > 0).Select(line => line.Split(';')[0]);

    private static void Plant(TemporaryFolder house, string file, string text)
    {
        var path = house.File(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Builds in a copy of the house's own rules and gives what RS0030 flagged, in the order of the lines.</summary>
    private static IEnumerable<string> Build(TemporaryFolder house, string project)
    {
        string[] rules =
        [
            ".editorconfig", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
            "tests/Directory.Build.targets", Lists + "Clock.txt", Lists + "Edges.txt",
        ];
        foreach (var rule in rules)
        {
            Plant(house, rule, Repository.Text(rule));
        }

        Plant(house, project, """<Project Sdk="Microsoft.NET.Sdk" />""");

        // Other rules, such as documentation, would only hide what is tested here.
        var (exitCode, output) = Dotnet.Run(
            "build", house.File(project), "-v", "q", "-clp:NoSummary", "-p:NoWarn=CS1591", "-p:EnforceCodeStyleInBuild=false");

        Assert.NotEqual(0, exitCode);
        var flagged = output.Split('\n')
            .Where(line => line.Contains("error RS0030", StringComparison.Ordinal))
            .Select(Place)
            .Distinct()
            .OrderBy(place => place.Line)
            .ToList();
        Assert.True(flagged.Count > 0, output);
        return [.. flagged.Select(place => $"{Path.GetFileName(place.File)} {File.ReadAllLines(place.File)[place.Line - 1].Split("// ")[1]}")];
    }

    /// <summary>Where a diagnostic of the form <c>FILE(LINE,COLUMN): ...</c> points.</summary>
    private static (string File, int Line) Place(string diagnostic)
    {
        var open = diagnostic.IndexOf('(', StringComparison.Ordinal);
        var line = diagnostic[(open + 1)..diagnostic.IndexOf(',', open)];
        return (diagnostic[..open].Trim(), int.Parse(line, CultureInfo.InvariantCulture));
    }
}
