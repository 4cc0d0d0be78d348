using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Wording;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Simulator.Admin.Requests;

/// <summary>Tells what a request that led nowhere may have been meant for, and what is wrong with it.</summary>
internal static class NearestRoute
{
    private const int LongestPath = 256;
    private const string OutputPrefix = "/generations/";
    private static readonly string[] Versions = ["/v1", "/v2"];

    /// <summary>Whether a request led to nothing that the twin has: no operation, or the wrong method for it.</summary>
    public static bool IsUnmatched(JournalEntry entry) => entry.Faults is null
        && !(entry.Operation is null && entry.Path.StartsWith(OutputPrefix, StringComparison.Ordinal))
        && (entry.Operation is null || entry.Status == 501 || string.Equals(entry.Cause, "method_not_allowed", StringComparison.Ordinal));

    /// <summary>Every operation, nearest first: what can be explained comes before what merely looks alike.</summary>
    public static IReadOnlyList<NearMissDocument> Of(string method, string path)
    {
        var looked = path.Length <= LongestPath ? path : path[..LongestPath];
        return [.. Operations.All
            .Select(o => Compare(o, method, looked))
            .OrderBy(n => n.Rank)
            .ThenBy(n => n.Near.Distance)
            .ThenBy(n => string.Equals(n.Near.Method, method, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Select(n => n.Near)];
    }

    private static (int Rank, NearMissDocument Near) Compare(OperationSpec operation, string method, string path)
    {
        var distance = Filled(operation.PathTemplate, path).Min(candidate => NearestMatch.Distance(path, candidate));
        var why = Explain(operation, method, path, distance);
        return (why is null ? 1 : 0, new NearMissDocument(
            operation.Name,
            operation.Method,
            operation.PathTemplate,
            why ?? $"The path differs from {operation.PathTemplate} in {distance} {(distance == 1 ? "letter" : "letters")}.",
            distance));
    }

    // The braced segment takes the id from the path: where it stands, or one segment to either side.
    private static IEnumerable<string> Filled(string template, string path)
    {
        var segments = template.Split('/');
        var braced = Array.IndexOf(segments, "{id}");
        if (braced < 0)
        {
            return [template];
        }

        var given = path.Split('/');
        return new[] { braced, braced - 1, braced + 1 }
            .Where(i => i > 0 && i < given.Length && given[i].Length > 0)
            .Select(i => template.Replace("{id}", given[i], StringComparison.Ordinal))
            .DefaultIfEmpty(template);
    }

    private static string? Explain(OperationSpec operation, string method, string path, int distance)
    {
        if (distance == 0)
        {
            return string.Equals(operation.Method, method, StringComparison.Ordinal)
                ? "Nothing: this is the operation itself."
                : $"The path exists with {operation.Method}, not with {method}.";
        }

        if (Filled(operation.PathTemplate, path).Contains(path.TrimEnd('/'), StringComparer.Ordinal))
        {
            return "The path ends in a slash too many.";
        }

        if (Filled(operation.PathTemplate, path).Contains(path, StringComparer.OrdinalIgnoreCase))
        {
            return "The path differs in upper and lower case only.";
        }

        foreach (var version in Versions)
        {
            if (path.StartsWith(version + "/v", StringComparison.Ordinal) && Filled(operation.PathTemplate, path[version.Length..]).Contains(path[version.Length..], StringComparer.Ordinal))
            {
                return $"The base URL of the client ends in {version}, and the client adds the version too: leave {version} out of the base URL.";
            }
        }

        return null;
    }
}
