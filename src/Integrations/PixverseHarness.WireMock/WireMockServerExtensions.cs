using PixverseHarness.Simulator;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace PixverseHarness.WireMock;

/// <summary>Adds a twin to somebody's own WireMock.Net server.</summary>
public static class WireMockServerExtensions
{
    /// <summary>
    /// Paths that the twin answers: those of the vendor's gateway, the twin's output files, its sessions and its admin
    /// API. Everything else stays with the server's other stubs.
    /// </summary>
    private static readonly string[] Paths = ["/v1/*", "/v2/*", "/generations/*", "/s/*", "/__admin/*", "/workflows/*", "/upload-asset"];

    /// <summary>
    /// Serves a twin beside the server's other stubs, through one mapping with wildcards: matching is linear in the
    /// mappings, so a mapping for each operation would only cost time.
    /// </summary>
    /// <param name="server">The server. With WireMock.Net's own admin interface on, that interface keeps <c>/__admin</c>; the twin's is then reached below <c>/s/NAME/__admin</c>.</param>
    /// <param name="core">The twin.</param>
    /// <param name="priority">Priority of the mapping; lower numbers win, and stubs without one have 0. Default 1000, behind every stub.</param>
    /// <returns>The same server.</returns>
    public static WireMockServer AddPixverse(this WireMockServer server, TwinCore core, int priority = 1000) => server.Add(core, Paths, priority);

    /// <summary>Serves a twin on every path, so that unknown ones get the gateway's answer.</summary>
    internal static WireMockServer AddPixverseEverywhere(this WireMockServer server, TwinCore core) => server.Add(core, ["/*"], priority: 0);

    private static WireMockServer Add(this WireMockServer server, TwinCore core, string[] paths, int priority)
    {
        var player = new WireMockPlayer(core);
        server
            .Given(Request.Create().WithPath(paths))
            .AtPriority(priority)
            .RespondWith(Response.Create().WithCallback(player.AnswerAsync));
        return server;
    }
}
