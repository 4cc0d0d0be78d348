using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Client;

/// <summary>
/// Client of Segmind's Pixverse text-to-video API. Each step is one request and yields a typed outcome whatever the API
/// answers; nothing is ever sent twice, no redirect is followed, and the key goes to the base address only.
/// </summary>
/// <remarks>
/// Thread-safe. Continuations run on the caller's SynchronizationContext, and all waiting is done on the given
/// <see cref="TimeProvider"/>, so that the same client can run in virtual time. A step throws only for faults of the
/// caller: null arguments, a body over the limit, a broken destination stream.
/// </remarks>
public sealed partial class PixverseClient : IDisposable
{
    private const string JsonMediaType = "application/json";
    private readonly PixverseClientOptions options;
    private readonly Transport transport;
    private readonly AnswerJudge judge;
    private readonly HttpMessageInvoker? owned;

    /// <summary>Creates a client.</summary>
    /// <param name="invoker">
    /// Sends the requests. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): handlers that do carry
    /// the key along. The caller keeps and disposes it.
    /// </param>
    /// <param name="options">Key, address and limits; read now, never again.</param>
    /// <param name="clock">The clock of all time limits, waits and stamps.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message lists all that are.</exception>
    public PixverseClient(HttpMessageInvoker invoker, PixverseClientOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var faults = PixverseClientOptionsValidator.Validate(options);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(options));
        }

        this.options = options;
        transport = new Transport(invoker, options, clock);
        judge = new AnswerJudge(transport);
    }

    private PixverseClient(HttpMessageInvoker invoker, PixverseClientOptions options, TimeProvider clock, bool owns)
        : this(invoker, options, clock) => owned = owns ? invoker : null;

    /// <summary>Creates a client with a socket handler of its own, set up as this client wants it.</summary>
    /// <param name="apiKey">The key; null sends none.</param>
    /// <param name="clock">The clock, <c>TimeProvider.System</c> in an application.</param>
    /// <param name="baseAddress">Where the API is; null means the live API.</param>
    /// <exception cref="ArgumentException">The key or the address is wrong.</exception>
    public static PixverseClient Create(string? apiKey, TimeProvider clock, Uri? baseAddress = null)
    {
        var options = baseAddress is null
            ? new PixverseClientOptions { ApiKey = apiKey }
            : new PixverseClientOptions { ApiKey = apiKey, BaseAddress = baseAddress };
        return Create(options, clock);
    }

    /// <summary>Creates a client with a socket handler of its own, set up as this client wants it.</summary>
    /// <param name="options">Key, address and limits.</param>
    /// <param name="clock">The clock, <c>TimeProvider.System</c> in an application.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message lists all that are.</exception>
    public static PixverseClient Create(PixverseClientOptions options, TimeProvider clock)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = Math.Max(1, options.MaxConnections),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var invoker = new HttpMessageInvoker(handler, disposeHandler: true);
        try
        {
            return new PixverseClient(invoker, options, clock, owns: true);
        }
        catch
        {
            invoker.Dispose();
            throw;
        }
    }

    /// <summary>A handle for a stored id, to poll a job again after a deadline or a restart. Sends nothing.</summary>
    /// <exception cref="ArgumentException">The id cannot stand in a URL: empty, a dot step, or longer than 256 characters.</exception>
    public PixverseJob GetJob(string requestId) => ApiAddress.IsUsableId(requestId)
        ? new PixverseJob(requestId, transport.Address)
        : throw new ArgumentException($"'{requestId}' cannot be a request id.", nameof(requestId));

    /// <summary>Submits a job (E2). Every call makes a new job that may be billed: the API has no idempotency key.</summary>
    public ValueTask<StepOutcome<PixverseJob>> SubmitAsync(VideoRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SubmitAsync(Serialize(request), JsonMediaType, cancellationToken);
    }

    /// <summary>Submits raw bytes as they are (E2).</summary>
    /// <param name="body">The body; it may be anything, well-formed or not.</param>
    /// <param name="contentType">The content type, sent as it is; null sends none.</param>
    /// <param name="cancellationToken">Ends the call with the outcome <see cref="Cancelled"/>.</param>
    /// <exception cref="ArgumentException">The body is over <see cref="PixverseClientOptions.MaxRequestBytes"/>.</exception>
    public async ValueTask<StepOutcome<PixverseJob>> SubmitAsync(
        ReadOnlyMemory<byte> body,
        string? contentType,
        CancellationToken cancellationToken = default)
    {
        using var call = transport.ToApi(
            HttpMethod.Post, transport.Address.SubmitUri, Content(body, contentType), options.StepTimeout, cancellationToken);
        return await call.ReadAsync(options.MaxJsonBytes) is { } failure ? new(failure, call.Exchange) : judge.Submitted(call);
    }

    /// <summary>Asks for the state of a job (E3). Free of strings and model objects while the job runs.</summary>
    public async ValueTask<StepOutcome<JobStatus>> GetStatusAsync(PixverseJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        using var call = transport.ToApi(
            HttpMethod.Get, job.StatusUri(transport.Address), null, options.StepTimeout, cancellationToken);
        return await call.ReadAsync(options.MaxJsonBytes) is { } failure ? new(failure, call.Exchange) : judge.Status(call, job);
    }

    /// <summary>Asks for the result of a job (E4): <see cref="NotReady"/> while it is under way.</summary>
    public async ValueTask<StepOutcome<GeneratedVideo>> GetResultAsync(PixverseJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        using var call = transport.ToApi(
            HttpMethod.Get, job.ResultUri(transport.Address), null, options.StepTimeout, cancellationToken);
        return await call.ReadAsync(options.MaxJsonBytes) is { } failure ? new(failure, call.Exchange) : judge.Result(call, job);
    }

    /// <summary>Generates a video in one blocking v1 call (E1). It may be billed even if the answer is lost.</summary>
    public ValueTask<StepOutcome<SyncVideo>> GenerateSyncAsync(VideoRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return GenerateSyncAsync(Serialize(request), JsonMediaType, cancellationToken);
    }

    /// <summary>Sends raw bytes to the blocking v1 call (E1).</summary>
    /// <param name="body">The body; it may be anything, well-formed or not.</param>
    /// <param name="contentType">The content type, sent as it is; null sends none.</param>
    /// <param name="cancellationToken">Ends the call with the outcome <see cref="Cancelled"/>.</param>
    /// <exception cref="ArgumentException">The body is over <see cref="PixverseClientOptions.MaxRequestBytes"/>.</exception>
    public async ValueTask<StepOutcome<SyncVideo>> GenerateSyncAsync(
        ReadOnlyMemory<byte> body,
        string? contentType,
        CancellationToken cancellationToken = default)
    {
        using var call = transport.ToApi(
            HttpMethod.Post, transport.Address.SyncUri, Content(body, contentType), options.SyncTimeout, cancellationToken);
        return await call.ReadAsync(options.MaxVideoBytes) is { } failure ? new(failure, call.Exchange) : judge.Video(call);
    }

    /// <summary>Asks for the balance of the key (E6); runs no model and costs nothing.</summary>
    public async ValueTask<StepOutcome<CreditBalance>> GetCreditsAsync(CancellationToken cancellationToken = default)
    {
        using var call = transport.ToApi(
            HttpMethod.Get, transport.Address.CreditsUri, null, options.StepTimeout, cancellationToken);
        return await call.ReadAsync(options.MaxJsonBytes) is { } failure ? new(failure, call.Exchange) : judge.Credits(call);
    }

    /// <summary>Downloads the file of a result, without the key.</summary>
    public ValueTask<StepOutcome<DownloadedFile>> DownloadAsync(
        GeneratedVideo video,
        Stream destination,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(video);
        return DownloadAsync(video.Url, destination, cancellationToken);
    }

    /// <summary>
    /// Downloads a video file, without the key wherever it lies. Nothing is written unless it begins like an MP4 file;
    /// after a later failure the destination holds a part.
    /// </summary>
    /// <param name="url">Absolute http or https URL.</param>
    /// <param name="destination">Where the bytes go; its exceptions are not caught.</param>
    /// <param name="cancellationToken">Ends the call with the outcome <see cref="Cancelled"/>.</param>
    /// <exception cref="ArgumentException">The URL is neither http nor https, or relative.</exception>
    public async ValueTask<StepOutcome<DownloadedFile>> DownloadAsync(
        Uri url,
        Stream destination,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(destination);
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"'{url}' is not an absolute http or https URL.", nameof(url));
        }

        using var call = transport.ToPublic(url, options.DownloadTimeout, cancellationToken);
        var failure = await call.SendAsync();
        if (failure is null && call.StatusCode is < 200 or >= 300)
        {
            failure = new Rejected(call.StatusCode, null, [], null);
        }

        if (failure is not null)
        {
            return new(failure, call.Exchange);
        }

        var (fault, copied) = await call.CopyVideoAsync(destination, options.MaxVideoBytes);
        return fault is not null ? new(fault, call.Exchange) : new(new DownloadedFile(copied, call.ContentType), call.Exchange);
    }

    /// <summary>Disposes the handler of a client that <c>Create</c> made; an invoker of the caller's is left alone.</summary>
    public void Dispose() => owned?.Dispose();

    /// <summary>The address; never the key.</summary>
    public override string ToString() => $"PixverseClient of {transport.Address}";

    private static byte[] Serialize(VideoRequest request) =>
        JsonSerializer.SerializeToUtf8Bytes(request, ContractJson.Default.VideoRequest);

    private ReadOnlyMemoryContent Content(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (body.Length > options.MaxRequestBytes)
        {
            throw new ArgumentException(
                $"The body has {Text.Number(body.Length)} bytes; MaxRequestBytes allows {Text.Number(options.MaxRequestBytes)}.", nameof(body));
        }

        var content = new ReadOnlyMemoryContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return content;
    }
}
