using System.Xml.Linq;
using PixverseHarness.Cli.Doctor;
using PixverseHarness.NBomber;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void VerbTable_Rows_AreTheVerbsThatExist() =>
        Assert.Equal(Cli.Verbs.Create().Select(v => $"`{v.Name}`"), MarkedText.Readme.FirstCells("The verbs"));

    [Fact]
    public void PackageTable_InTheReadme_IsTheOneThatDoctorPrints()
    {
        var lines = MarkedText.Readme.TableBelow("The packages this harness is built on");

        // With NBomber on, the build takes the Spectre.Console that NBomber was compiled against; the page has that of the default build.
        var differs = NBomberPackage.IsOn ? "| Spectre.Console |" : "no row";
        Assert.Equal(Except(differs, PackageTable.Markdown(PackageTable.Rows).TrimEnd('\n').Split('\n')), Except(differs, lines));
        Assert.DoesNotContain(PackageTable.Rows, r => r.Version == "none");
    }

    [Fact]
    public void PackageTable_WherePackagesAre_AreProjects() => Assert.All(
        PackageTable.Rows, r => Assert.True(Directory.Exists(RepositoryRoot.Combine($"src/{r.Where}")), r.Where));

    [Fact]
    public void PackageTable_RowsThatAreNotPartOfDotNet_AreReferencedByTheSources()
    {
        var referenced = Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(f => XDocument.Load(f).Descendants("PackageReference"))
            .Select(r => (string)r.Attribute("Include")!)
            .Distinct()
            .Order(StringComparer.Ordinal);

        var listed = MarkedText.Readme.FirstCells("The packages this harness is built on").Except(["System.Text.Json", "ASP.NET Core Kestrel"]);

        Assert.Equal(referenced, listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Except(string start, IEnumerable<string> lines) =>
        lines.Where(line => !line.StartsWith(start, StringComparison.Ordinal));
}
