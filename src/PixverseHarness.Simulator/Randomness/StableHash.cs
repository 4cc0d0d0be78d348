using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace PixverseHarness.Simulator.Randomness;

/// <summary>
/// Builds 128-bit hashes that are the same in every process and on every machine (XxHash128). Every part is written
/// with its length, so that no two lists of parts run together.
/// </summary>
internal ref struct StableHash
{
    private readonly XxHash128 _hash;

    /// <summary>Starts a hash in a domain of its own.</summary>
    public StableHash(string domain)
    {
        _hash = new XxHash128();
        Add(domain);
    }

    /// <summary>Adds text as UTF-8.</summary>
    public readonly StableHash Add(string text)
    {
        Span<byte> buffer = stackalloc byte[256];
        var bytes = Encoding.UTF8.GetByteCount(text) <= buffer.Length
            ? buffer[..Encoding.UTF8.GetBytes(text, buffer)]
            : Encoding.UTF8.GetBytes(text);
        return Add(bytes);
    }

    /// <summary>Adds bytes.</summary>
    public readonly StableHash Add(scoped ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        _hash.Append(bytes);
        return this;
    }

    /// <summary>Adds a number.</summary>
    public readonly StableHash Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        _hash.Append(bytes);
        return this;
    }

    /// <summary>Adds an earlier hash.</summary>
    public readonly StableHash Add(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, number);
        _hash.Append(bytes);
        return this;
    }

    /// <summary>The hash of everything added.</summary>
    public readonly UInt128 ToUInt128() => _hash.GetCurrentHashAsUInt128();
}
