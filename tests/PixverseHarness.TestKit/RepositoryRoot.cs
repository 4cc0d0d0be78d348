using System.Runtime.CompilerServices;

namespace PixverseHarness.TestKit;

/// <summary>The checkout that the tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>Full path of the folder that holds <c>PixverseHarness.sln</c>.</summary>
    public static string Path { get; } = Find(ThisFile());

    /// <summary>Full path of a file or folder below the root, given with forward slashes.</summary>
    public static string Combine(string relative) => System.IO.Path.Combine(Path, relative);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(from)!); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PixverseHarness.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above '{from}' holds PixverseHarness.sln: run the tests from the checkout that built them.");
    }
}
