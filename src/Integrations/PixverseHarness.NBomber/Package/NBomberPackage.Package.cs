using PixverseHarness.NBomber.Hosting;
using PixverseHarness.NBomber.Package;

namespace PixverseHarness.NBomber;

public static partial class NBomberPackage
{
    static partial void FindHost(ref INBomberHost? host) => host = new NBomberHost();
}
