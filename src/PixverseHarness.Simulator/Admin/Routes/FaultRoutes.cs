using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Wording;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Triggers;

namespace PixverseHarness.Simulator.Admin.Routes;

/// <summary>Faults of a running session.</summary>
internal static class FaultRoutes
{
    private const string Help = "Send {\"fault\":\"bad_gateway@status*2\"}: name, name:duration, name@operation or name@operation*count.";

    /// <summary>The routes.</summary>
    public static ImmutableArray<AdminRoute> All { get; } =
    [
        AdminRoute.Of("GET", "/faults", "Lists the fault rules that hold, and how often each took part.", AdminJson.Plain.FaultsDocument, call => List(call.Session)),
        AdminRoute.Of("POST", "/faults", "Makes something go wrong from now on; jobs that exist keep their fate.", AdminJson.Plain.FaultsDocument, Inject) with
        {
            Members = [new("fault", AdminKind.Text, "name, name:duration, name@operation or name@operation*count.") { IsRequired = true }],
            Example = "{\"fault\":\"bad_gateway@status*2\"}",
        },
        AdminRoute.Of("DELETE", "/faults", "Takes every fault rule away.", AdminJson.Plain.FaultsDocument, Clear),
    ];

    private static FaultsDocument List(TwinSession session) =>
        session.Read(() => new FaultsDocument([.. session.Faults.Select(r => new FaultDocument(r.Id, r.Fault.Name, session.UsesOf(r)))]));

    private static FaultsDocument Inject(AdminCall call)
    {
        var words = call.Input.Text("fault")!;
        if (FaultText.Read(words, words, post: null) is not { } rule)
        {
            throw Unknown(words);
        }

        call.Session.Inject(rule);
        return List(call.Session);
    }

    private static FaultsDocument Clear(AdminCall call)
    {
        call.Session.ClearFaults();
        return List(call.Session);
    }

    private static AdminFault Unknown(string words)
    {
        var name = words.Split(':', '@', '*')[0];
        var isKnown = FaultCatalogue.Names.Contains(name);
        return new AdminFault(400, isKnown ? $"'{words}' is no fault: '{name}' is one, but not with what stands behind it" : $"'{words}' is no fault")
        {
            Path = "$.fault",
            Value = words,
            Allowed = isKnown ? [.. Operations.All.Select(o => $"{name}@{o.Name}")] : FaultCatalogue.Names,
            Nearest = isKnown ? null : NearestMatch.Find(name, FaultCatalogue.Names),
            Next = Help,
        };
    }
}
