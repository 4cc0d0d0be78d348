using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PixverseHarness.Client;

/// <summary>
/// One request and its answer: sends, stamps, limits time and size, and sorts what breaks. The time limit covers the body
/// too; its timer is armed only once the call has to wait, which an in-process handler often spares.
/// </summary>
internal sealed class ApiCall : IDisposable
{
    private const int FirstBuffer = 2048;
    private readonly Transport transport;
    private readonly HttpRequestMessage request;
    private readonly TimeSpan timeout;
    private readonly CancellationToken caller;
    private CallLimit? limit;
    private bool isWhole;
    private byte[]? rented;
    private int length;
    private long sent;
    private long? answerBegan;
    private long ended;

    public ApiCall(Transport transport, HttpRequestMessage request, TimeSpan timeout, CancellationToken caller)
    {
        this.transport = transport;
        this.request = request;
        this.timeout = timeout;
        this.caller = caller;
    }

    /// <summary>The answer, once its headers have arrived.</summary>
    public HttpResponseMessage? Response { get; private set; }

    /// <summary>The body, once <see cref="ReadAsync"/> has read it; valid until disposal.</summary>
    public ReadOnlySpan<byte> Body => rented.AsSpan(0, length);

    public int StatusCode => (int)(Response?.StatusCode ?? 0);

    public string? ContentType => Response?.Content.Headers.ContentType?.MediaType;

    public Exchange Exchange => new(
        Response is null ? null : StatusCode,
        sent,
        answerBegan,
        ended,
        transport.Clock.GetElapsedTime(sent, ended),
        Response is null ? null : RetryAfterOf(Response));

    /// <summary>Sends the request and waits for the headers.</summary>
    public async ValueTask<StepFailure?> SendAsync()
    {
        sent = transport.Clock.GetTimestamp();
        ended = sent;
        if (caller.IsCancellationRequested)
        {
            return new Cancelled(RequestMayHaveArrived: false);
        }

        var target = request.RequestUri;
        try
        {
            var sending = transport.Invoker.SendAsync(request, StartLimit());
            ArmTimer(sending);
            Response = await sending;
        }
        catch (Exception exception) when (TransportFaults.Covers(exception))
        {
            return Fault(exception);
        }

        answerBegan = Stamp();
        return RedirectOf(target!);
    }

    /// <summary>Sends the request and reads the whole answer, up to a limit.</summary>
    public async ValueTask<StepFailure?> ReadAsync(int most)
    {
        if (await SendAsync() is { } failure)
        {
            return failure;
        }

        var content = Response!.Content;
        var stated = content.Headers.ContentLength;
        if (stated > most)
        {
            return TooLarge(most);
        }

        try
        {
            var stream = await content.ReadAsStreamAsync(limit?.Token ?? caller);
            rented = ArrayPool<byte>.Shared.Rent(stated is > 0 ? (int)stated + 1 : FirstBuffer);
            while (true)
            {
                var reading = stream.ReadAsync(rented.AsMemory(length), limit?.Token ?? caller);
                ArmTimer(reading);
                var read = await reading;
                if (read == 0)
                {
                    break;
                }

                length += read;
                if (length > most)
                {
                    return TooLarge(most);
                }

                if (length == rented.Length)
                {
                    Grow();
                }
            }
        }
        catch (Exception exception) when (TransportFaults.Covers(exception))
        {
            return Fault(exception);
        }

        Stamp();
        isWhole = true;
        return length < stated ? new UnreadableAnswer(AnswerProblem.Truncated, null, ContentType) : null;
    }

    /// <summary>
    /// Copies the body of a sent request to a stream, after looking at its first bytes. Nothing is written if they are
    /// not those of an MP4 file.
    /// </summary>
    public async ValueTask<(StepFailure? Failure, long Copied)> CopyVideoAsync(Stream destination, int most)
    {
        var content = Response!.Content;
        var stated = content.Headers.ContentLength;
        if (stated > most)
        {
            return (TooLarge(most), 0);
        }

        var copied = 0L;
        rented = ArrayPool<byte>.Shared.Rent(1 << 16);
        Stream stream;
        try
        {
            stream = await content.ReadAsStreamAsync(limit?.Token ?? caller);
        }
        catch (Exception exception) when (TransportFaults.Covers(exception))
        {
            return (Fault(exception), copied);
        }

        while (true)
        {
            try
            {
                var filling = stream.ReadAtLeastAsync(rented, VideoBytes.SignatureLength, throwOnEndOfStream: false, limit?.Token ?? caller);
                ArmTimer(filling);
                length = await filling;
            }
            catch (Exception exception) when (TransportFaults.Covers(exception))
            {
                return (Fault(exception), copied);
            }

            Stamp();
            if (copied == 0 && VideoBytes.ProblemOf(Body) is { } problem)
            {
                return (new UnreadableAnswer(problem, null, ContentType), 0);
            }

            if (length == 0)
            {
                return (copied < stated ? new UnreadableAnswer(AnswerProblem.Truncated, null, ContentType) : null, copied);
            }

            if (copied + length > most)
            {
                return (TooLarge(most), copied);
            }

            // Outside the try blocks: a destination that fails is the caller's affair and stays an exception.
            await destination.WriteAsync(rented.AsMemory(0, length), caller);
            copied += length;
        }
    }

    public void Dispose()
    {
        Response?.Dispose();
        request.Dispose();
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
            rented = null;
            length = 0;
        }

        // After a fault, something may still hold its token.
        if (limit is not null && limit.TryEnd() && isWhole)
        {
            transport.Limits.Enqueue(limit);
        }

        limit = null;
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - response.Headers.Date : null;

    private CancellationToken StartLimit()
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return caller;
        }

        limit = transport.Limits.TryDequeue(out var used) ? used : new CallLimit(transport.Clock);
        limit.Begin(caller);
        return limit.Token;
    }

    private void ArmTimer(Task pending) => ArmTimer(pending.IsCompleted);

    private void ArmTimer<T>(ValueTask<T> pending) => ArmTimer(pending.IsCompleted);

    private void ArmTimer(bool completed)
    {
        if (!completed)
        {
            limit?.Arm(timeout - transport.Clock.GetElapsedTime(sent));
        }
    }

    private long Stamp() => ended = transport.Clock.GetTimestamp();

    private StepFailure Fault(Exception exception)
    {
        Stamp();
        if (exception is OperationCanceledException)
        {
            if (caller.IsCancellationRequested)
            {
                return new Cancelled(RequestMayHaveArrived: true);
            }

            if (limit is { IsOver: true })
            {
                return new TransportFault(TransportFaultKind.TimedOut, $"the step's limit of {timeout:c} was over", true);
            }
        }

        return TransportFaults.Sort(exception, answerBegan is not null, transport.KeyGuard);
    }

    private Redirected? RedirectOf(Uri target)
    {
        if (request.RequestUri is { } reached && !ReferenceEquals(reached, target) && !IsSameOrigin(reached, target))
        {
            return new Redirected(StatusCode, transport.KeyGuard.Clean(reached.AbsoluteUri), FollowedByHandler: true);
        }

        return StatusCode is >= 300 and < 400
            ? new Redirected(StatusCode, transport.KeyGuard.Clean(Response!.Headers.Location?.OriginalString))
            : null;
    }

    private static bool IsSameOrigin(Uri left, Uri right) =>
        Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private UnreadableAnswer TooLarge(int most)
    {
        Stamp();
        return new UnreadableAnswer(AnswerProblem.TooLarge, $"more than {Text.Number(most)} bytes", ContentType);
    }

    [MemberNotNull(nameof(rented))]
    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(rented!.Length * 2);
        rented.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(rented);
        rented = larger;
    }
}
