using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Verification.Clients;
using PixverseHarness.Verification.Snapshots.Exchanges;

namespace PixverseHarness.Verification.Snapshots;

/// <summary>
/// What a program sends, as a text that is the same in every run of the same program: each different request once, with how
/// often it was sent where that creates something, and the reads that each job gets, once for all jobs that get the same. How
/// often it polls, and in which order several jobs go, depends on time and is left out.
/// </summary>
public static class ClientSnapshot
{
    private const string Rule = "\n\n----------------------------------------\n\n";

    /// <summary>Name of the snapshot.</summary>
    public const string Name = "Client.Requests";

    /// <summary>The snapshot.</summary>
    /// <param name="requests">The requests in the order of arrival.</param>
    /// <param name="givenIds">The ids that submits have answered.</param>
    /// <param name="key">The key that the program was given; never shown.</param>
    /// <param name="origin">The origin that the program was given.</param>
    public static Snapshot Of(IEnumerable<ClientRequest> requests, IEnumerable<string> givenIds, string key, string origin)
    {
        string[] ids = [.. givenIds];
        var all = requests.ToArray();
        var ofJobs = all.ToLookup(r => Array.Find(ids, id => r.Path.Contains(id, StringComparison.Ordinal)));
        var lone = ofJobs[null].Select(r => (r.Method, Text: TextOf(r, NamesOf(key, origin, id: null)))).GroupBy(r => r.Text, StringComparer.Ordinal)
            .Select(same => same.First().Method == "POST" ? Counted(same.Count(), "x ") + same.Key : same.Key);
        var lives = ofJobs.Where(job => job.Key is not null).Select(job => LifeOf(job, NamesOf(key, origin, job.Key)))
            .GroupBy(life => life, StringComparer.Ordinal).Select(same => Counted(same.Count(), same.Count() == 1 ? "job" : "jobs, each") + "\n\n" + same.Key);
        return new Snapshot
        {
            TypeName = Name.Split('.')[0],
            MethodName = Name.Split('.')[1],
            Extension = "txt",
            Text = string.Join(Rule, lone.Order(StringComparer.Ordinal).Concat(lives.Order(StringComparer.Ordinal))).TrimEnd('\n'),
        };
    }

    private static string LifeOf(IEnumerable<ClientRequest> reads, Placeholders names) =>
        string.Join("\n\n", reads.Select(r => TextOf(r, names)).Distinct(StringComparer.Ordinal));

    private static Placeholders NamesOf(string key, string origin, string? id)
    {
        var names = new Placeholders();
        names.Name(key, "key_1");
        names.Name(origin, "origin_1");
        names.Name(id ?? "", "request_1");
        return names;
    }

    private static string TextOf(ClientRequest request, Placeholders names)
    {
        // A form's boundary is drawn anew for each request.
        var boundary = request.HeaderValues("content-type").FirstOrDefault(RequestContentType.IsForm)?.Split("boundary=", 2);
        if (boundary is [_, var mark])
        {
            names.Name(mark.Trim('"'), "boundary");
        }

        var text = new StringBuilder().Append(request.Method).Append(' ').Append(names.In(request.Target));
        foreach (var (name, value) in NormalHeaders.OfProgram(request.Headers, names))
        {
            text.Append('\n').Append(name).Append(": ").Append(value);
        }

        return request.Body.IsEmpty ? text.ToString() : text.Append("\n\n").Append(NormalBody.Lines(request.Body, names)).ToString();
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
}
