using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Simulator.Protocol;

/// <summary>A path, understood.</summary>
/// <param name="Session">Name of the session; empty for the default one.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Posts">For operations and models: whether the one allowed method is POST, else it is GET.</param>
/// <param name="Operation">The operation, when <paramref name="Kind"/> is <see cref="RouteKind.Operation"/>.</param>
/// <param name="Id">Request id, output name, admin path or the reason why a part is not modelled.</param>
internal readonly record struct Route(string Session, RouteKind Kind, bool Posts, ApiOperation Operation, string Id)
{
    private const string SessionPrefix = "/s/";
    private const string RequestsV1 = "/v1/requests/";
    private const string RequestsV2 = "/v2/requests/";
    private const string OutputPrefix = "/generations/";
    private const int MaxSessionName = 64;

    /// <summary>What the paths of the admin API begin with, behind the session's prefix.</summary>
    public const string AdminPrefix = "/__admin";

    /// <summary>The prefix of a session in minted URLs; empty for the default session.</summary>
    public static string PrefixOf(string session) => session.Length == 0 ? "" : SessionPrefix + session;

    /// <summary>Understands a path.</summary>
    public static Route Parse(string path)
    {
        var session = "";
        if (path.StartsWith(SessionPrefix, StringComparison.Ordinal))
        {
            var end = path.IndexOf('/', SessionPrefix.Length);
            session = end < 0 ? path[SessionPrefix.Length..] : path[SessionPrefix.Length..end];
            if (!IsSessionName(session))
            {
                return new Route("", RouteKind.Unknown, false, default, path);
            }

            path = end < 0 ? "/" : path[end..];
        }

        return Parse(session, path);
    }

    /// <summary>Whether a name can stand in a session prefix: 1 to 64 letters, digits, dots, hyphens and underscores.</summary>
    public static bool IsSessionName(string name) =>
        name.Length is > 0 and <= MaxSessionName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static Route Parse(string session, string path)
    {
        if (path.StartsWith(RequestsV2, StringComparison.Ordinal))
        {
            return ParseRequest(session, path);
        }

        if (path.StartsWith(RequestsV1, StringComparison.Ordinal))
        {
            var id = path[RequestsV1.Length..];
            return IsSegment(id)
                ? new Route(session, RouteKind.Operation, false, ApiOperation.GetV1Result, Uri.UnescapeDataString(id))
                : new Route(session, RouteKind.Unknown, false, default, path);
        }

        foreach (var spec in Operations.All)
        {
            if (string.Equals(spec.PathTemplate, path, StringComparison.Ordinal))
            {
                return new Route(session, RouteKind.Operation, spec.CreatesJob, spec.Operation, "");
            }
        }

        if (path.StartsWith(AdminPrefix, StringComparison.Ordinal) && (path.Length == AdminPrefix.Length || path[AdminPrefix.Length] == '/'))
        {
            return new Route(session, RouteKind.Admin, false, default, path[AdminPrefix.Length..]);
        }

        if (path.StartsWith(OutputPrefix, StringComparison.Ordinal))
        {
            return new Route(session, RouteKind.Output, false, default, path[OutputPrefix.Length..]);
        }

        return NotModelled.ReasonFor(path) is { } reason
            ? new Route(session, RouteKind.NotModelled, false, default, reason)
            : ParseModel(session, path);
    }

    private static Route ParseRequest(string session, string path)
    {
        const string Status = "/status";
        var operation = ApiOperation.GetResult;
        var end = path.Length;
        if (path.EndsWith(Status, StringComparison.Ordinal) && path.Length >= RequestsV2.Length + Status.Length)
        {
            operation = ApiOperation.GetStatus;
            end -= Status.Length;
        }

        var id = path[RequestsV2.Length..end];
        return IsSegment(id)
            ? new Route(session, RouteKind.Operation, false, operation, Uri.UnescapeDataString(id))
            : new Route(session, RouteKind.Unknown, false, default, path);
    }

    private static Route ParseModel(string session, string path)
    {
        var isModel = path is ['/', 'v', '1' or '2', '/', ..] && IsSegment(path[4..]);
        return new Route(session, isModel ? RouteKind.OtherModel : RouteKind.Unknown, isModel, default, path);
    }

    private static bool IsSegment(string text) => text.Length > 0 && !text.Contains('/');
}
