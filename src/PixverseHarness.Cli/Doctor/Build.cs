using System.Collections.Immutable;
using System.Reflection;

namespace PixverseHarness.Cli.Doctor;

/// <summary>What this build was made from, read from the assembly's metadata (see the project file).</summary>
internal static class Build
{
    /// <summary>The packages that travel with the command, with their versions, by name.</summary>
    public static ImmutableArray<(string Name, string Version)> Packages { get; } = Read("Package:");

    /// <summary>The packages of the optional adapters, with the versions that they are proved with, whether they are on or off.</summary>
    public static ImmutableArray<(string Name, string Version)> Pinned { get; } = Read("Pinned:");

    /// <summary>The optional adapters that this source tree has, by the MSBuild property that switches each on, with its value in this build.</summary>
    public static ImmutableArray<(string Name, string Value)> Switches { get; } = Read("Switch:");

    private static ImmutableArray<(string Name, string Value)> Read(string prefix) =>
    [
        .. typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(a => a.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(a => (a.Key[prefix.Length..], a.Value ?? ""))
            .OrderBy(a => a.Item1, StringComparer.OrdinalIgnoreCase),
    ];
}
