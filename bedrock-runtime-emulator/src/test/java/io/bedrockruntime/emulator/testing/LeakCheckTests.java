package io.bedrockruntime.emulator.testing;

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeakCheckTests {

	@Test
	void whenBufferIsForgottenThenItIsFoundOnce() {
		assertThat(LeakDetector.isAtWork()).isTrue();
		assertThat(LeakDetector.drain()).isEmpty();
		forgetOne();
		List<String> found = new ArrayList<>();
		Poll.until(() -> found.addAll(LeakDetector.drain()));
		assertThat(found).singleElement().asString().contains("ByteBuf was not released", "LeakCheckTests.forgetOne");
		assertThat(LeakDetector.drain()).isEmpty();
	}

	private static void forgetOne() {
		ByteBuf forgotten = PooledByteBufAllocator.DEFAULT.directBuffer(64);
		forgotten.writeByte(1);
	}

}
