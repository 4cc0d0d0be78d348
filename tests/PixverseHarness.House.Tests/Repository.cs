using System.Text.RegularExpressions;
using PixverseHarness.TestKit;

namespace PixverseHarness.House.Tests;

/// <summary>The files of the checkout, without what builds and runs leave behind.</summary>
internal static class Repository
{
    private static readonly string[] LeftBehind = [".git", ".vs", ".idea", "artifacts", "bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>Every file, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Below("").Order(StringComparer.Ordinal)];

    public static IEnumerable<string> SourceFiles => Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> Projects => Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal));

    /// <summary>The projects that make up the product.</summary>
    public static IEnumerable<string> SourceProjects => Projects.Where(p => p.StartsWith("src/", StringComparison.Ordinal));

    public static string Text(string file) => File.ReadAllText(RepositoryRoot.Combine(file));

    public static string[] Lines(string file) => File.ReadAllLines(RepositoryRoot.Combine(file));

    public static string NameOf(string project) => Path.GetFileNameWithoutExtension(project);

    /// <summary>Every line of some files that matches, as <c>file:line: text</c>.</summary>
    public static IEnumerable<string> Grep(IEnumerable<string> files, string pattern) =>
        from file in files
        from line in Lines(file).Index()
        where Regex.IsMatch(line.Item, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    private static IEnumerable<string> Below(string folder)
    {
        var path = RepositoryRoot.Combine(folder);
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var files = Directory.EnumerateFiles(path).Where(f => !f.EndsWith(".received", StringComparison.Ordinal));
        var folders = Directory.EnumerateDirectories(path).Where(d => !d.EndsWith("reports/runs", StringComparison.Ordinal));
        return NamesOf(folders).SelectMany(Below).Concat(NamesOf(files));

        IEnumerable<string> NamesOf(IEnumerable<string> paths) =>
            paths.Select(p => Path.GetFileName(p)).Where(name => !LeftBehind.Contains(name)).Select(name => prefix + name);
    }
}
