using System.Reflection;
using PixverseHarness.TestKit;
using PublicApiGenerator;

namespace PixverseHarness.House.Tests;

/// <summary>What each project shows to others is a committed text: a change to it is a visible diff.</summary>
public sealed class PublicSurfaceTests
{
    private const string Folder = "tests/PixverseHarness.House.Tests/Surface";

    public static TheoryData<string> Names { get; } = [.. Repository.SourceProjects.Select(AssemblyOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Surface_OfASourceProject_IsTheCommittedOne(string assembly)
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };

        GoldenFile.Matches($"{Folder}/{assembly}.txt", Assembly.Load(assembly).GeneratePublicApi(options) + "\n");
    }

    [Fact]
    public void Surface_CommittedTexts_HaveAProject()
    {
        var texts = Repository.Files.Where(f => f.StartsWith(Folder, StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f));

        Faults.None(texts.Except(Repository.SourceProjects.Select(AssemblyOf), StringComparer.Ordinal));
    }

    /// <summary>The assembly is named after the project unless the project says otherwise.</summary>
    private static string AssemblyOf(string project)
    {
        var named = System.Xml.Linq.XDocument.Parse(Repository.Text(project)).Descendants("AssemblyName").SingleOrDefault()?.Value;
        return named ?? Repository.NameOf(project);
    }
}
