using System.Xml.Linq;
using PixverseHarness.TestKit;

namespace PixverseHarness.House.Tests;

public sealed class SolutionTests
{
    [Fact]
    public void Solution_Projects_AreAllThatThereAre()
    {
        var listed = Repository.Lines("PixverseHarness.sln")
            .Where(line => line.Contains(".csproj\"", StringComparison.Ordinal))
            .Select(line => line.Split('"').Single(part => part.EndsWith(".csproj", StringComparison.Ordinal)).Replace('\\', '/'));

        Assert.Equal(Repository.Projects, listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SourceFiles_UnderSrcAndTests_BelongToAProject()
    {
        var folders = Repository.Projects.Select(p => Path.GetDirectoryName(p)!.Replace('\\', '/') + "/").ToList();

        Assert.All(Repository.SourceFiles, file =>
            Assert.True(folders.Exists(folder => file.StartsWith(folder, StringComparison.Ordinal)), $"{file} is compiled by no project."));
    }

    [Theory]
    [InlineData("README.md", "# PixverseHarness")]
    [InlineData("LICENSE", "Apache License")]
    [InlineData("global.json", "\"version\": \"10.")]
    public void Root_File_IsThere(string file, string start) => Assert.Contains(start, Repository.Text(file), StringComparison.Ordinal);

    [Fact]
    public void TestProjects_EachSourceProject_HasOne()
    {
        // The integrations are adapters: what they must do is the conformance set that the integration tests run on every host.
        var integrationTests = Repository.Text("tests/PixverseHarness.IntegrationTests/PixverseHarness.IntegrationTests.csproj");
        var tested = Repository.Projects.Select(Repository.NameOf).ToHashSet(StringComparer.Ordinal);

        Faults.None(
            from project in Repository.SourceProjects
            let name = Repository.NameOf(project)
            where !tested.Contains(name + ".Tests")
            where !project.StartsWith("src/Integrations/", StringComparison.Ordinal)
                || !integrationTests.Contains($"/{name}.csproj", StringComparison.Ordinal)
            select $"{name} has no tests.");
    }

    [Fact]
    public void TestProjects_NamedAfterASourceProject_HaveOne()
    {
        var sources = Repository.SourceProjects.Select(p => Repository.NameOf(p) + ".Tests").Append("PixverseHarness.House.Tests");
        var tests = Repository.Projects.Select(Repository.NameOf).Where(name => name.EndsWith(".Tests", StringComparison.Ordinal));

        Faults.None(tests.Except(sources, StringComparer.Ordinal).Select(name => $"{name} tests no project."));
    }

    [Fact]
    public void TestFolders_OfAProjectsTests_AreFoldersOfThatProject()
    {
        var sources = Repository.SourceProjects.ToDictionary(Repository.NameOf, p => Path.GetDirectoryName(p)!, StringComparer.Ordinal);
        var strays =
            from file in Repository.SourceFiles
            let parts = file.Split('/')
            where file.EndsWith("Tests.cs", StringComparison.Ordinal) && parts.Length > 3 && parts[0] == "tests" && parts[1].EndsWith(".Tests", StringComparison.Ordinal)
            let source = parts[1][..^".Tests".Length]
            where sources.ContainsKey(source) && parts[2] is not ("Issues" or "Readme")
            let folder = $"{sources[source].Replace('\\', '/')}/{string.Join('/', parts[2..^1])}"
            where !Directory.Exists(RepositoryRoot.Combine(folder))
            select $"{file}: there is no {folder}.";

        Faults.None(strays);
    }

    [Fact]
    public void Packages_Versions_StandOnlyInTheCentralFile()
    {
        var others = Repository.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)
            || (f.EndsWith(".props", StringComparison.Ordinal) && f != "Directory.Packages.props")
            || f.EndsWith(".targets", StringComparison.Ordinal));

        Faults.None(Repository.Grep(others, """<PackageVersion|PackageReference.*Version="""));
    }

    [Fact]
    public void Packages_EveryVersion_StandsUnderASentence()
    {
        var groups = XDocument.Parse(Repository.Text("Directory.Packages.props")).Root!.Elements("ItemGroup").ToList();

        Assert.NotEmpty(groups);
        Assert.All(groups.Elements("PackageVersion"), package =>
        {
            var sentence = package.NodesBeforeSelf().OfType<XComment>().LastOrDefault()?.Value.Trim();
            Assert.True(
                sentence is not null && sentence.Contains(':', StringComparison.Ordinal) && sentence.EndsWith('.'),
                $"{package.Attribute("Include")?.Value} has no sentence that says what it replaces.");
        });
    }
}
