using PixverseHarness.NBomber.Hosting;

namespace PixverseHarness.NBomber;

/// <summary>Whether this build has NBomber in it, and how to get one that has.</summary>
public static partial class NBomberPackage
{
    /// <summary>The line that switches it on.</summary>
    public const string HowToSwitchOn =
        "build with PixverseNBomber=true in the environment, from a package source that has NBomber: PixverseNBomber=true dotnet build PixverseHarness.sln -c Release";

    /// <summary>
    /// Who may use it: the last version under the Apache licence is the default; the property PixverseNBomberVersion takes another one.
    /// </summary>
    public const string Licence = "NBomber 4.1.2 is the last version under Apache-2.0; 5 and later are free for personal use only.";

    /// <summary>Whether this build can run it.</summary>
    public static bool IsOn => Host() is not null;

    /// <summary>The version in this build; null without.</summary>
    public static string? Version => Host()?.Version;

    internal static INBomberHost? Host()
    {
        INBomberHost? host = null;
        FindHost(ref host);
        return host;
    }

    // Its body is in the folder Package, which a build without the package leaves out; the call is then no call at all.
    static partial void FindHost(ref INBomberHost? host);
}
