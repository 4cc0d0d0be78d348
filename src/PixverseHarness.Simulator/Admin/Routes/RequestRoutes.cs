using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Admin.Requests;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Simulator.Admin.Routes;

/// <summary>The journal of a session.</summary>
internal static class RequestRoutes
{
    private const int NearMisses = 3;

    /// <summary>The routes.</summary>
    public static ImmutableArray<AdminRoute> All { get; } =
    [
        AdminRoute.Of("GET", "/requests", "Lists the requests that the journal keeps, newest first.", AdminJson.Plain.RequestsDocument, call => List(call, meets: null)) with { Members = Page.Members },
        AdminRoute.Of("DELETE", "/requests", "Forgets all requests; numbers begin at 1 again.", AdminJson.Plain.DroppedDocument, call => new DroppedDocument(call.Session.ClearJournal())),
        AdminRoute.Of("POST", "/requests/find", "Lists the requests that meet conditions, newest first.", AdminJson.Plain.RequestsDocument, Find) with
        {
            Members = [.. RequestCriteria.Members, .. Page.Members],
            Example = "{\"operation\":\"status\",\"status\":200}",
        },
        AdminRoute.Of("POST", "/requests/count", "Counts the requests that meet conditions.", AdminJson.Plain.CountDocument, Count) with
        {
            Members = RequestCriteria.Members,
            Example = "{\"operation\":\"submit\"}",
        },
        AdminRoute.Of("GET", "/requests/unmatched", "Lists the requests that led nowhere, each with the nearest operation.", AdminJson.Plain.RequestsDocument, Unmatched) with { Members = Page.Members },
        AdminRoute.Of("GET", "/requests/unmatched/near-misses", "Names the operations nearest to the latest request that led nowhere.", AdminJson.Plain.NearMissesDocument, LatestNearMisses),
        AdminRoute.Of("GET", "/near-misses", "The same under a shorter name.", AdminJson.Plain.NearMissesDocument, LatestNearMisses),
        AdminRoute.Of("POST", "/near-misses/request", "Names the operations nearest to a request that nobody has to send.", AdminJson.Plain.NearMissesDocument, NearTo) with
        {
            Members =
            [
                new("method", AdminKind.Text, "HTTP method.") { IsRequired = true },
                new("url", AdminKind.Text, "Path.") { IsRequired = true },
            ],
            Example = "{\"method\":\"GET\",\"url\":\"/v2/request/x/status\"}",
        },
        AdminRoute.Of("GET", "/requests/{number}", "Shows one request.", AdminJson.Plain.RequestDocument, One) with { Refusals = [404, 410] },
    ];

    private static RequestsDocument List(AdminCall call, Func<JournalEntry, bool>? meets)
    {
        var view = JournalView.Of(call.Session);
        var page = Page.Of(call.Input);
        var found = meets is null ? view.Entries : view.Entries.Where(meets).ToArray();
        return new RequestsDocument(
            meets is null ? view.Total : found.Count,
            view.Dropped,
            [.. found.Reverse().Skip(page.Offset).Take(page.Limit).Select(RequestDocument.Of)]);
    }

    private static RequestsDocument Find(AdminCall call) => List(call, new RequestCriteria(call.Input).Meets);

    private static CountDocument Count(AdminCall call)
    {
        var criteria = new RequestCriteria(call.Input);
        var view = JournalView.Of(call.Session);
        return new CountDocument(view.Entries.LongCount(criteria.Meets), view.Dropped, call.Session.Options.JournalCapacity == 0);
    }

    private static RequestsDocument Unmatched(AdminCall call)
    {
        var found = List(call, NearestRoute.IsUnmatched);
        return found with { Requests = [.. found.Requests.Select(r => r with { NearMiss = NearestRoute.Of(r.Method, r.Path)[0] })] };
    }

    private static NearMissesDocument LatestNearMisses(AdminCall call) =>
        JournalView.Of(call.Session).Entries.Reverse().Where(NearestRoute.IsUnmatched).Select(e => (JournalEntry?)e).FirstOrDefault() is { } latest
            ? Nearest(latest.Method, latest.Path)
            : new NearMissesDocument([]);

    private static NearMissesDocument NearTo(AdminCall call) => Nearest(call.Input.Text("method")!, call.Input.Text("url")!.Split('?')[0]);

    private static NearMissesDocument Nearest(string method, string path) => new([.. NearestRoute.Of(method, path).Take(NearMisses)]);

    private static RequestDocument One(AdminCall call)
    {
        var view = JournalView.Of(call.Session);
        if (!long.TryParse(call.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > view.Total)
        {
            throw new AdminFault(404, $"There is no request '{call.Id}'") { Value = call.Id, Next = string.Create(CultureInfo.InvariantCulture, $"They are numbered from 1 to {view.Total}.") };
        }

        return view.Entries.Where(e => e.Number == number).Select(e => (JournalEntry?)e).FirstOrDefault() is { } entry
            ? RequestDocument.Of(entry)
            : throw new AdminFault(410, string.Create(CultureInfo.InvariantCulture, $"Request {number} has been dropped: the journal keeps the latest {call.Session.Options.JournalCapacity}"))
            {
                Value = call.Id,
                Next = "Give the twin a larger journal.",
            };
    }
}
