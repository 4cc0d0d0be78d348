using System.Collections.Immutable;
using System.Text;

namespace PixverseHarness.Cli.Doctor;

/// <summary>The packages that the harness is built on, as <c>doctor</c> prints them and the README shows them.</summary>
internal static class PackageTable
{
    /// <summary>The rows of this build.</summary>
    public static ImmutableArray<PackageRow> Rows { get; } = Of(
        Build.Packages.Concat(Build.Pinned).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Version, StringComparer.OrdinalIgnoreCase));

    /// <summary>The rows.</summary>
    /// <param name="versions">The version of each package that is none of .NET's parts.</param>
    public static ImmutableArray<PackageRow> Of(IReadOnlyDictionary<string, string> versions) =>
    [
        .. BuiltOn.All.Select(b => new PackageRow(
            b.Package,
            b.Does,
            b.Where,
            b.Switch is null,
            b.IsPartOfDotNet ? $"of .NET {typeof(object).Assembly.GetName().Version!.Major}" : versions.GetValueOrDefault(b.Package, "none"),
            b.Switch is null ? "always on" : $"`dotnet build -p:{b.Switch}=true`")),
    ];

    /// <summary>The rows as the README has them.</summary>
    public static string Markdown(IEnumerable<PackageRow> rows)
    {
        var text = new StringBuilder("| package | does here | where | by default | version proved | switched on by |\n|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Package, row.Does, row.Where, row.IsOnByDefault ? "on" : "off", row.Version, row.SwitchedOnBy).Append(" |\n");
        }

        return text.ToString();
    }
}
