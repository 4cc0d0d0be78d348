using System.Collections.Immutable;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Admin.Routes;

/// <summary>Everything that the admin API can do, in the order in which it is listed.</summary>
internal static class AdminRoutes
{
    /// <summary>The routes.</summary>
    public static ImmutableArray<AdminRoute> All { get; } =
    [
        AdminRoute.Of("GET", "", "Lists the admin API.", AdminJson.Plain.IndexDocument, _ => Index()),
        new("GET", "/openapi", "Describes the admin API as an OpenAPI 3.1 document.", null, OpenApi),
        .. TwinRoutes.All,
        .. RequestRoutes.All,
        .. JobRoutes.All,
        .. ClockRoutes.All,
        .. FaultRoutes.All,
        .. MoneyRoutes.All,
        .. SessionRoutes.All,
    ];

    private static IndexDocument Index() => new([.. All.Select(r => new RouteDocument(r.Method, r.Template, r.Summary))]);

    private static TwinAnswer OpenApi(AdminCall call) => TwinAnswer.Of(call.Session.Clock, new TwinResponse
    {
        Status = 200,
        ContentType = "application/json",
        Body = AdminOpenApi.Text,
    });
}
