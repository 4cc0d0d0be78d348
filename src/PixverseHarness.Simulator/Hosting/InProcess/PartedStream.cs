using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Hosting.InProcess;

/// <summary>A body that comes in pieces, breaks off, or both: after its last byte a cut one fails as a closed connection does.</summary>
internal sealed class PartedStream(TwinStep.Send send, SessionClock clock) : Stream
{
    private readonly ReadOnlyMemory<byte> _body = send.SentBody;
    private int _read;
    private int _arrived = send.Pace is null ? int.MaxValue : 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (send.Pace is { } pace && _read == _arrived && _read < _body.Length)
        {
            await clock.DelayUntilAsync(clock.NowTicks + (_read == 0 ? pace.First : pace.Between).Ticks, cancellationToken);
            _arrived += pace.PieceBytes;
        }

        return Take(buffer.Span);
    }

    public override int Read(Span<byte> buffer) => send.Pace is null
        ? Take(buffer)
        : throw new NotSupportedException("A synchronous read would have to block on the clock: use ReadAsync.");

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(Span<byte> buffer)
    {
        var left = Math.Min(_body.Length, _arrived) - _read;
        if (left == 0 && send.CutAfter is not null)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The twin closed the connection in the middle of the body.");
        }

        var count = Math.Min(buffer.Length, left);
        _body.Span.Slice(_read, count).CopyTo(buffer);
        _read += count;
        return count;
    }
}
