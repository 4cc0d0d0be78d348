using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PixverseHarness.House.Tests.Integrations;

/// <summary>An adapter to a package that does not restore everywhere: a project with a folder <c>Package</c>.</summary>
/// <param name="Folder">The project's folder, relative to the root.</param>
internal sealed record Adapter(string Folder)
{
    private const string Integrations = "src/Integrations/";

    /// <summary>Every one, in order of its name.</summary>
    public static IReadOnlyList<Adapter> All { get; } =
    [
        .. from file in Repository.SourceFiles
           let parts = file.Split('/')
           where file.StartsWith(Integrations, StringComparison.Ordinal) && parts.Length > 4 && parts[3] == "Package"
           group file by string.Join('/', parts[..3]) into files
           orderby files.Key
           select new Adapter(files.Key),
    ];

    /// <summary>The last part of the project's name, such as <c>NBomber</c>.</summary>
    public string Name => Folder[(Folder.LastIndexOf('.') + 1)..];

    /// <summary>The project file.</summary>
    public string Project => $"{Folder}/{Path.GetFileName(Folder)}.csproj";

    /// <summary>Where its proof stands.</summary>
    public string ProofFile => $"reports/integrations/{Name.ToLowerInvariant()}.json";

    /// <summary>What a proof vouches for: the project file and all that touches the package.</summary>
    public IEnumerable<string> Sources =>
        Repository.SourceFiles.Where(f => f.StartsWith(Folder + "/Package/", StringComparison.Ordinal)).Append(Project).Order(StringComparer.Ordinal);

    /// <summary>The hash of <see cref="Sources"/>.</summary>
    public string SourcesHash => HashOf(Sources.Select(file => (file, Repository.Text(file))));

    /// <summary>The package and its version, as MSBuild evaluates them with the switch on.</summary>
    public (string Package, string Version) Evaluate()
    {
        var (exitCode, output) = Dotnet.Run("msbuild", Project, "-getItem:PackageReference,PackageVersion", $"-p:Pixverse{Name}=true");
        Assert.True(exitCode == 0, output);
        using var document = JsonDocument.Parse(output);
        var items = document.RootElement.GetProperty("Items");

        // The first package that the project names itself; what the house gives every project is private to its build.
        var package = items.GetProperty("PackageReference").EnumerateArray()
            .First(item => !item.TryGetProperty("PrivateAssets", out var assets) || assets.GetString() != "all").GetProperty("Identity").GetString()!;
        var version = items.GetProperty("PackageVersion").EnumerateArray()
            .Single(item => item.GetProperty("Identity").GetString() == package).GetProperty("Version").GetString()!;
        return (package, version);
    }

    /// <summary>
    /// SHA-256 over each file in the order given: its path, a line feed, its text with line feeds for line ends, a zero byte. In hexadecimal.
    /// </summary>
    public static string HashOf(IEnumerable<(string Path, string Text)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{text.ReplaceLineEndings("\n")}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
