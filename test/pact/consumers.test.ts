/*
 * The consumers one after another, in one process: mock servers of two processes at a time have been seen to take each
 * other's requests.
 */
import './ckstack-token.consumer.js';
import './esignon-login.consumer.js';
import './esignon-startsimple.consumer.js';
