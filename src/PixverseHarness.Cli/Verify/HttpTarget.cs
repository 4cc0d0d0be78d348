using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>A target behind a URL. A twin is known by its admin API and lends its sessions, settings and clock; anything else is taken as it is.</summary>
internal sealed class HttpTarget : ITarget
{
    private const string AdminPath = "/__admin";
    private readonly HttpTargetOptions _options;
    private readonly HttpMessageInvoker _invoker;

    /// <summary>Aims at a URL.</summary>
    public HttpTarget(HttpTargetOptions options, HttpMessageInvoker invoker)
    {
        _options = options;
        _invoker = invoker;
    }

    /// <inheritdoc/>
    public string Name => _options.Name ?? _options.BaseUrl;

    /// <inheritdoc/>
    public TargetKind Kind => _options.Kind;

    /// <inheritdoc/>
    public ApiProfile Profile => _options.Profile;

    /// <inheritdoc/>
    public bool HasSessions => Kind == TargetKind.Twin;

    /// <inheritdoc/>
    public async Task<SceneOffer> OpenAsync(string name, SceneWish wish, CancellationToken cancellationToken) =>
        HasSessions ? await OpenSessionAsync(name, wish, cancellationToken) : Plain(wish);

    private async Task<SceneOffer> OpenSessionAsync(string name, SceneWish wish, CancellationToken cancellationToken)
    {
        try
        {
            return await ArrangeAsync(name, wish, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return SceneOffer.Refused($"the twin's admin API failed: {broken.Message.TrimEnd('.')}");
        }
    }

    // What is not a twin cannot be arranged: only a scene without wishes can be had.
    private SceneOffer Plain(SceneWish wish) => (wish with { ClosedKeys = false }) != SceneWish.Any
        ? SceneOffer.Refused("the target cannot be given a rate limit, a balance, workers or job times")
        : SceneOffer.Of(new Scene
        {
            BaseUrl = _options.BaseUrl,
            Key = _options.Key,
            OtherKey = _options.OtherKey,
            Invoker = _invoker,
            Pace = new WaitedPace(_options.Clock, _options.LongestWait),
            HasOwnRateLimit = true,
            Profile = Profile,
            Kind = Kind,
        });

    private async Task<SceneOffer> ArrangeAsync(string name, SceneWish wish, CancellationToken cancellationToken)
    {
        var baseUrl = $"{_options.BaseUrl}/s/{_options.Run}-{name}";
        var (status, answer) = await AdminAsync(HttpMethod.Put, $"{baseUrl}{AdminPath}/settings", Settings(wish), cancellationToken);
        if (status != 200)
        {
            return SceneOffer.Refused($"the twin refuses the settings of a session: {Reason(answer)}");
        }

        (_, answer) = await AdminAsync(HttpMethod.Get, $"{baseUrl}{AdminPath}/clock", "", cancellationToken);
        return SceneOffer.Of(new Scene
        {
            BaseUrl = baseUrl,
            Key = _options.Key,
            OtherKey = _options.OtherKey ?? "SG_0000000000000002",
            RefusesMadeUpKeys = wish.ClosedKeys,
            Invoker = _invoker,
            Pace = new SteeredPace(Now(answer), (by, stop) => AdvanceAsync(baseUrl, by, stop), stop => NextAnswerAsync(baseUrl, stop), _options.Clock),
            Triggers = new TwinTriggers(),
            Profile = Profile,
            Kind = Kind,
            Shortened = _options.Shortened,
            ShellAdvance = $"curl -sS -o /dev/null -X PUT '{baseUrl}{AdminPath}/clock' -d \"{{\\\"action\\\":\\\"advance\\\",\\\"by\\\":\\\"$1s\\\"}}\"",
        });
    }

    private string Settings(SceneWish wish)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("manualClock", true);
            Write(wish.RequestsPerMinute, n => writer.WriteNumber("requestsPerMinute", n));
            Write(wish.Credits, c => writer.WriteNumber("credits", c.ToDollars()));
            Write(wish.Workers, n => writer.WriteNumber("workers", n));
            Write(wish.JobTime, t => writer.WriteString("jobTime", Duration(t)));
            if (wish.Plan is { } plan)
            {
                writer.WriteString("plan", plan.Name);
            }

            if (wish.ClosedKeys)
            {
                writer.WriteStartArray("keys");
                writer.WriteStringValue(_options.Key);
                writer.WriteStringValue(_options.OtherKey ?? "SG_0000000000000002");
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.ToArray());

        static void Write<T>(T? value, Action<T> write)
            where T : struct
        {
            if (value is { } present)
            {
                write(present);
            }
        }
    }

    private async Task<DateTimeOffset> AdvanceAsync(string baseUrl, TimeSpan by, CancellationToken cancellationToken)
    {
        var (_, answer) = await AdminAsync(HttpMethod.Put, $"{baseUrl}{AdminPath}/clock", $$"""{"action":"advance","by":"{{Duration(by)}}"}""", cancellationToken);
        return Now(answer);
    }

    private async Task<DateTimeOffset?> NextAnswerAsync(string baseUrl, CancellationToken cancellationToken)
    {
        var (_, answer) = await AdminAsync(HttpMethod.Get, $"{baseUrl}{AdminPath}/clock", "", cancellationToken);
        return Instant(answer, "nextAnswer");
    }

    private async Task<(int Status, string Answer)> AdminAsync(HttpMethod method, string url, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        }

        using var response = await _invoker.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    private static DateTimeOffset Now(string answer) => Instant(answer, "now") ?? throw new FormatException("the clock has no instant");

    private static DateTimeOffset? Instant(string answer, string member)
    {
        using var document = JsonDocument.Parse(answer);
        var instant = document.RootElement.GetProperty(member);
        return instant.ValueKind == JsonValueKind.Null ? null : instant.GetDateTimeOffset();
    }

    private static string Reason(string answer) => answer.Length <= 200 ? answer : answer[..200];

    private static string Duration(TimeSpan time) => time.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture) + "s";
}
